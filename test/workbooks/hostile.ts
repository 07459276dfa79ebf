import * as xlsx from "@e965/xlsx"
import { strToU8, zipSync } from "fflate"
import type { WorkbookRefusal } from "../../src/features/workbooks/texts.ts"
import { bookOf, listRows, repacked } from "./build.ts"

/** Files that are not to be read, each with the one line that its sender gets. */
export const hostile: Record<string, { refusal: WorkbookRefusal; make: () => Uint8Array }> = {
  "nothing at all": { refusal: "empty", make: () => new Uint8Array() },
  "a workbook without a cell": { refusal: "empty", make: () => bookOf([[]]) },
  "more than fifty megabytes": { refusal: "too_large", make: () => new Uint8Array(50_000_001) },
  "more rows than a country has organisations": {
    refusal: "too_many_rows",
    make: () => bookOf(Array.from({ length: 60_002 }, (_, index) => [index])),
  },
  "a part that unpacks to two hundred megabytes": {
    refusal: "bomb",
    make: () =>
      zipSync({ ...workbookParts(), "xl/worksheets/sheet1.xml": new Uint8Array(200_000_000) }, { level: 9 }),
  },
  "ten thousand parts": {
    refusal: "bomb",
    make: () =>
      zipSync({
        ...workbookParts(),
        ...Object.fromEntries(
          Array.from({ length: 10_000 }, (_, index) => [`xl/${index}.xml`, strToU8("<a/>")]),
        ),
      }),
  },
  macros: {
    refusal: "macros",
    make: () =>
      repacked(bookOf(listRows()), (parts) => {
        parts["xl/vbaProject.bin"] = "Attribute VB_Name"
      }),
  },
  "macros of LibreOffice": {
    refusal: "macros",
    make: () =>
      repacked(bookOf(listRows(), { as: "ods" }), (parts) => {
        parts["Basic/script-lc.xml"] = "<library/>"
      }),
  },
  "a password around it": {
    refusal: "encrypted",
    make: () => compound({ EncryptedPackage: "x", EncryptionInfo: "y" }),
  },
  "an older workbook with macros": {
    refusal: "macros",
    make: () => compound({ Workbook: "x", "_VBA_PROJECT_CUR/VBA/dir": "y" }),
  },
  "an older text document": { refusal: "not_a_workbook", make: () => compound({ WordDocument: "x" }) },
  "entities in its XML": {
    refusal: "entities",
    make: () =>
      repacked(bookOf(listRows()), (parts) => {
        const sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = parts[sheet]!.replace(
          "<worksheet",
          '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet',
        )
      }),
  },
  "a text document with another ending": {
    refusal: "not_a_workbook",
    make: () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") }),
  },
  "pictures in an archive": {
    refusal: "not_a_workbook",
    make: () => zipSync({ "anh.jpg": new Uint8Array(1000) }),
  },
  "a page of the web with another ending": {
    refusal: "html",
    make: () => strToU8("<html><table><tr><td>Tên HTX</td></tr></table></html>"),
  },
  "XML on its own": { refusal: "not_a_workbook", make: () => strToU8('<?xml version="1.0"?><Workbook/>') },
  "a PDF": { refusal: "not_a_workbook", make: () => strToU8("%PDF-1.7\n1 0 obj") },
  "a picture": {
    refusal: "not_a_workbook",
    make: () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0]),
  },
  "an upload that was cut short": {
    refusal: "broken",
    make: () => {
      const whole = bookOf(listRows())
      return whole.subarray(0, Math.floor(whole.length / 2))
    },
  },
  "an older workbook that was cut short": {
    refusal: "broken",
    make: () => bookOf(listRows(), { as: "biff8" }).subarray(0, 600),
  },
}

function workbookParts() {
  return { "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8("<workbook/>") }
}

function compound(streams: Record<string, string>) {
  const container = xlsx.CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) {
    xlsx.CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content.padEnd(5000)))
  }
  return new Uint8Array(xlsx.CFB.write(container, { type: "buffer" }) as Buffer)
}
