// Turns a Word file into HTML in a thread of its own, whose memory and time the portal bounds
// (src/features/word-import/convert-word.ts): a file may be made to take all of either.
import { parentPort, workerData } from "node:worker_threads"
import mammoth from "mammoth"

const { bytes, styles } = workerData
const images = []

const convertImage = mammoth.images.imgElement(async (image) => {
  images.push({ contentType: image.contentType, bytes: new Uint8Array(await image.readAsArrayBuffer()) })
  return { src: `image:${images.length - 1}` }
})

const { value, messages } = await mammoth.convertToHtml(
  { buffer: Buffer.from(bytes) },
  { styleMap: styles, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage },
)
parentPort.postMessage({ html: value, messages: messages.map(({ message }) => message), images })
