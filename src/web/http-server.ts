import { once } from "node:events"
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import { setTimeout as delay } from "node:timers/promises"
import { Problem } from "../problem.ts"

export type HttpServer = {
  port: number
  /** Whoever connected before this was called waits until it is. */
  answerWith(listener: RequestListener): void
  /** Takes no more requests, finishes those in flight, and says whether all of them could be finished. */
  close(patience: number): Promise<boolean>
}

export async function listen({
  port,
  host,
  setting = "PORT",
}: {
  port: number
  host?: string | undefined
  /** The setting that names the port. */
  setting?: string
}): Promise<HttpServer> {
  const listener = Promise.withResolvers<RequestListener>()
  let answer: RequestListener = async (request, response) => (await listener.promise)(request, response)
  let closing = false

  const server = createServer((request, response) => {
    unused.delete(request.socket)
    inFlight.add(response)
    response.once("close", () => inFlight.delete(response))
    if (closing) response.setHeader("connection", "close")
    answer(request, response)
  })
  const inFlight = new Set<ServerResponse>()
  // Browsers open connections in advance; those never carried a request and need no waiting for.
  const unused = new Set<Socket>()
  server.on("connection", (socket) => {
    unused.add(socket)
    socket.once("close", () => unused.delete(socket))
  })
  await bind(server, port, host, setting)

  return {
    port: (server.address() as AddressInfo).port,
    answerWith(found) {
      answer = found
      listener.resolve(found)
    },
    async close(patience) {
      closing = true
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of unused) socket.destroy()
      for (const response of inFlight) if (!response.headersSent) response.setHeader("connection", "close")

      const until = Date.now() + patience
      const finished = closed.then(() => true)
      while (Date.now() < until) {
        server.closeIdleConnections()
        if (await Promise.race([finished, delay(20, false)])) return true
      }
      server.closeAllConnections()
      await closed
      return false
    },
  }
}

async function bind(server: Server, port: number, host: string | undefined, setting: string) {
  server.listen({ port, host })
  try {
    await once(server, "listening")
  } catch (error) {
    throw listenProblem(error as NodeJS.ErrnoException, port, host, setting)
  }
}

function listenProblem(
  error: NodeJS.ErrnoException,
  port: number,
  host: string | undefined,
  setting: string,
) {
  const reasons: Record<string, string> = {
    EADDRINUSE: `The port ${port} is taken by another program. Stop that one, or choose another: ${setting}=${port + 1} npm start`,
    EACCES: `This user may not listen on port ${port}. Choose one from 1024 upwards: ${setting}=3000 npm start`,
    EADDRNOTAVAIL: `This machine does not have the address ${host}. Correct HOST, or leave it out to listen on all addresses.`,
    ENOTFOUND: `The name ${host} is not known. Correct HOST, or leave it out to listen on all addresses.`,
  }
  const reason = reasons[error.code ?? ""]
  return reason ? new Problem(reason, { cause: error }) : error
}
