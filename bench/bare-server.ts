import { createServer } from "node:http"

/** The least a server can do: the same bytes to everyone. Told what to send by the process that measures. */
type Order = { path: string; headers: Record<string, string>; body: string }

const answers = new Map<string, { headers: Record<string, string>; body: Buffer }>()

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? "")!
  response.writeHead(200, answer.headers)
  response.end(answer.body)
})
server.listen(0, "127.0.0.1", () => process.send!({ port: (server.address() as { port: number }).port }))

process.on("message", ({ path, headers, body }: Order) => {
  answers.set(path, { headers, body: Buffer.from(body, "base64") })
  process.send!({ known: path })
})
process.on("disconnect", () => process.exit())
