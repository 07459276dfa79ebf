import { once } from "node:events"
import { type AddressInfo, createServer, type Socket } from "node:net"
import { createInterface } from "node:readline"

type Received = {
  from: string
  to: string[]
  user?: string
  password?: string
  headers: Map<string, string>
  text: string
}

/** A mail server on this machine that speaks as much SMTP as a client needs, and keeps what it is given. */
export async function startMailServer() {
  const mails: Received[] = []
  let refusal: string | undefined
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {})
    void talk(socket)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo

  return {
    mails,
    url: `smtp://hoptac:${encodeURIComponent("mật khẩu")}@127.0.0.1:${port}`,
    /** What every mail is answered with from now on, instead of being taken. */
    refuse(answer: string | undefined) {
      refusal = answer
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, "close")
    },
  }

  async function talk(socket: Socket) {
    const say = (line: string) => socket.write(`${line}\r\n`)
    let mail: Omit<Received, "headers" | "text"> = { from: "", to: [] }
    let data: string[] | undefined
    say("220 mail.example.vn ESMTP")
    for await (const line of createInterface({ input: socket })) {
      if (data && line !== ".") data.push(line.replace(/^\.\./, "."))
      else if (data) {
        if (refusal) say(refusal)
        else {
          mails.push({ ...mail, ...readMessage(data) })
          say("250 2.0.0 Taken")
        }
        data = undefined
      } else if (/^EHLO /i.test(line)) {
        say("250-mail.example.vn")
        say("250-8BITMIME")
        say("250 AUTH PLAIN")
      } else if (/^AUTH PLAIN /i.test(line)) {
        const [, user, password] = Buffer.from(line.slice(11), "base64").toString("utf8").split("\0")
        mail = { ...mail, user, password } as typeof mail
        say("235 2.7.0 Welcome")
      } else if (/^MAIL FROM:/i.test(line)) {
        mail = { ...mail, from: /<(.*?)>/.exec(line)?.[1] ?? "", to: [] }
        say("250 2.1.0 Well")
      } else if (/^RCPT TO:/i.test(line)) {
        mail.to.push(/<(.*?)>/.exec(line)?.[1] ?? "")
        say("250 2.1.5 Well")
      } else if (/^DATA$/i.test(line)) {
        data = []
        say("354 Go ahead")
      } else if (/^QUIT$/i.test(line)) {
        say("221 2.0.0 Farewell")
        socket.end()
      } else say("502 5.5.1 Unknown")
    }
  }
}

function readMessage(lines: string[]) {
  const end = lines.indexOf("")
  const unfolded = lines
    .slice(0, end)
    .join("\n")
    .replace(/\n[ \t]+/g, " ")
    .split("\n")
  const headers = new Map(
    unfolded.map((line) => {
      const [, name, value] = /^([^:]+): ?(.*)$/s.exec(line) ?? []
      return [name!.toLowerCase(), decodeWords(value!)] as const
    }),
  )
  return {
    headers,
    text: decodeBody(lines.slice(end + 1).join("\n"), headers.get("content-transfer-encoding")),
  }
}

/** Headers carry marks as "=?UTF-8?Q?…?=" or "=?UTF-8?B?…?=". */
function decodeWords(value: string) {
  return value
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("utf8")
        : decodeQuoted(text.replaceAll("_", " ")),
    )
}

function decodeBody(text: string, encoding = "7bit") {
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8")
  return encoding === "quoted-printable" ? decodeQuoted(text.replace(/=\n/g, "")) : text
}

function decodeQuoted(text: string) {
  return Buffer.from(
    text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8")
}
