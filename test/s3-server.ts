import { createHash, createHmac } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import S3rver from "s3rver"

/** The one key the server knows. s3rver has an account by this name. */
export const s3Key = { id: "S3RVER", secret: "S3RVER" }

/**
 * A store that speaks S3, on this machine. s3rver keeps the objects, but takes any signature of version 4 and any
 * content; a gate in front of it works both out for itself, as real stores do.
 */
export async function startS3(directory: string, bucket: string) {
  const store = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  })
  const behind = await store.run()
  const gate = createServer((request, response) => passOn(request, response, behind.port))
  gate.listen(0, "127.0.0.1")
  await once(gate, "listening")
  return {
    endpoint: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`,
    async close() {
      gate.closeAllConnections()
      gate.close()
      await store.close()
    },
  }
}

async function passOn(request: IncomingMessage, response: ServerResponse, port: number) {
  const body = await buffer(request)
  const fault = findFault(request, body)
  if (fault) {
    response.writeHead(fault === "SignatureDoesNotMatch" ? 403 : 400, { "content-type": "application/xml" })
    response.end(`<?xml version="1.0"?><Error><Code>${fault}</Code></Error>`)
    return
  }
  const { range, authorization } = request.headers
  const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, {
    method: request.method ?? "GET",
    headers: {
      authorization: authorization ?? "",
      "x-amz-content-sha256": String(request.headers["x-amz-content-sha256"]),
      "x-amz-date": String(request.headers["x-amz-date"]),
      ...(range && { range }),
    },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** Signature Version 4, as Amazon describes it ("Create a signed AWS API request"). */
function findFault({ method, url = "/", headers }: IncomingMessage, body: Buffer) {
  const [, id, day, region, signed = "", given] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? "",
    ) ?? []
  if (id !== s3Key.id || !signed.split(";").includes("host")) return "SignatureDoesNotMatch"

  const [path = "", query = ""] = url.split("?")
  const request = [
    method,
    path,
    query,
    ...signed.split(";").map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signed,
    headers["x-amz-content-sha256"],
  ].join("\n")
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(request)].join("\n")
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part ?? ""),
    `AWS4${s3Key.secret}`,
  )
  if (hmac(key, toSign).toString("hex") !== given) return "SignatureDoesNotMatch"

  const promised = headers["x-amz-content-sha256"]
  return promised === "UNSIGNED-PAYLOAD" || promised === sha256(body)
    ? undefined
    : "XAmzContentSHA256Mismatch"
}

function sha256(content: string | Buffer) {
  return createHash("sha256").update(content).digest("hex")
}

function hmac(key: string | Buffer, content: string) {
  return createHmac("sha256", key).update(content).digest()
}
