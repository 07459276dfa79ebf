import * as xlsx from "@e965/xlsx"
import { unzipSync, zipSync } from "fflate"
import type { WorkbookRefusal } from "./texts.ts"

type Container =
  | { ok: true; kind: "zip" | "compound" | "text"; bytes: Uint8Array }
  | { ok: false; refusal: WorkbookRefusal }

const refuse = (refusal: WorkbookRefusal): Container => ({ ok: false, refusal })

/** In bytes: the file as it was sent, and everything that would be unpacked from it. */
export const largestFile = 50_000_000
const largestUnpacked = 250_000_000
const largestPart = 150_000_000
const mostParts = 5_000

/**
 * What a file is by its first bytes, and whether it is safe to read on: what is packed is unpacked here, into no more
 * room than its own table of contents asks for, and handed on unpacked, so that a bomb has nowhere to go off.
 */
export function checkContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) return refuse("empty")
  if (bytes.length > largestFile) return refuse("too_large")
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return checkZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return checkCompound(bytes)
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse("not_a_workbook")

  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).toLowerCase()
  if (/<html|<table|<!doctype html/.test(head)) return refuse("html")
  if (/<\?xml|<!doctype|<!entity/.test(head)) return refuse("not_a_workbook")
  if (isBinary(bytes)) return refuse("not_a_workbook")
  return { ok: true, kind: "text", bytes }
}

function startsWith(bytes: Uint8Array, start: readonly number[]) {
  return start.every((byte, index) => bytes[index] === byte)
}

/** UTF-16 has zeros too, and says so with its first two bytes. */
function isBinary(bytes: Uint8Array) {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  return !isWide && bytes.subarray(0, 4096).includes(0)
}

function checkZip(bytes: Uint8Array): Container {
  let unpacked = 0
  let count = 0
  let isBomb = false
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter({ originalSize, name }) {
        unpacked += originalSize
        count += 1
        isBomb ||= unpacked > largestUnpacked || originalSize > largestPart || count > mostParts
        return !isBomb && isRead(name)
      },
    })
  } catch {
    return refuse(isBomb ? "bomb" : "broken")
  }
  if (isBomb) return refuse("bomb")

  const names = Object.keys(parts)
  if (names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name))) return refuse("macros")
  const isSheet = names.some((name) => /(^|\/)workbook\.(xml|bin)$/i.test(name)) || isOpenDocumentSheet(parts)
  if (!isSheet) return refuse("not_a_workbook")
  if (names.some((name) => hasEntities(parts[name]!))) return refuse("entities")
  return { ok: true, kind: "zip", bytes: zipSync(parts, { level: 0 }) }
}

/** Pictures and the like are no cells; the macros only have to be there to be refused. */
function isRead(name: string) {
  return /\.(xml|rels|bin)$|^mimetype$|^Basic\//i.test(name) || /\[Content_Types\]/.test(name)
}

function isOpenDocumentSheet(parts: Record<string, Uint8Array>) {
  const type = parts.mimetype && new TextDecoder().decode(parts.mimetype)
  return type?.includes("opendocument.spreadsheet") === true && parts["content.xml"] !== undefined
}

/** No office program writes a document type into a sheet; whoever does wants something else to be read. */
function hasEntities(part: Uint8Array) {
  return /<!DOCTYPE|<!ENTITY/i.test(new TextDecoder("latin1").decode(part.subarray(0, 65_536)))
}

/** The older form, also of new workbooks with a password around them. */
function checkCompound(bytes: Uint8Array): Container {
  try {
    const names = (xlsx.CFB.read(bytes, { type: "buffer" }).FullPaths as string[]).map((path) =>
      path.toLowerCase(),
    )
    const has = (name: string) => names.some((path) => path.includes(name))
    if (has("encryptedpackage")) return refuse("encrypted")
    if (has("_vba_project")) return refuse("macros")
    if (!has("/workbook") && !has("/book")) return refuse("not_a_workbook")
    return { ok: true, kind: "compound", bytes }
  } catch {
    return refuse("broken")
  }
}
