/** A kept file as the server tells the editor of it (src/features/article-files). */
export type Upload = {
  kind: "image" | "document"
  /** Of an image the large size, which stands in the text. */
  address: string
  srcset: string | null
  width: number | null
  height: number | null
  name: string
  /** Its name with type and size, as links to it say. */
  words: string
}

type Sending = { progress: (share: number) => void }

export type Sent = { ok: true; file: Upload } | { ok: false; message: string | undefined }

/** Sends one file, and tells meanwhile how far it has come. */
export function sendFile(address: string, file: File, { progress }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const content = new FormData()
    content.append("tep", file)
    request.open("POST", address)
    request.setRequestHeader("accept", "application/json")
    request.responseType = "json"
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(loaded / total))
    request.addEventListener("load", () => {
      const { file: kept, message } = (request.response ?? {}) as { file?: Upload; message?: string }
      resolve(kept ? { ok: true, file: kept } : { ok: false, message })
    })
    request.addEventListener("error", () => resolve({ ok: false, message: undefined }))
    request.send(content)
  })
}

/** Images that one may use again, the latest first. */
export async function listImages(address: string): Promise<Upload[]> {
  const response = await fetch(address, { headers: { accept: "application/json" } })
  if (!response.ok) return []
  const { files } = (await response.json()) as { files: Upload[] }
  return files.filter(({ kind }) => kind === "image")
}
