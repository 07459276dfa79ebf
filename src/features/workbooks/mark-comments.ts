import { strFromU8, strToU8 } from "fflate"
import type { FaultyCells } from "./mark-faults.ts"
import { escapeXml, type Parts, readRels, removeRel, writeRel } from "./parts.ts"

/**
 * Excel keeps a sheet's comments in one part and their boxes in another. A sheet that has comments of its own keeps
 * them: ours would have to be mixed into theirs, and the list of faults says the same.
 */
export function addComments(parts: Parts, sheet: string, cells: FaultyCells) {
  if (readRels(parts, sheet).some(({ type }) => type === "comments" || type === "vmlDrawing")) return
  const number = freeNumber(parts)
  const all = [...cells].flatMap(([row, columns]) =>
    [...columns].map(([column, faults]) => ({
      row,
      column,
      text: faults.map(({ message }) => message).join("\n"),
    })),
  )
  parts[`xl/${ours}${number}.xml`] = strToU8(commentsXml(all))
  parts[`xl/drawings/${ours}${number}.vml`] = strToU8(boxesXml(all))
  writeRel(parts, sheet, "comments", `../${ours}${number}.xml`)
  const drawing = writeRel(parts, sheet, "vmlDrawing", `../drawings/${ours}${number}.vml`)
  parts[sheet] = strToU8(withDrawing(strFromU8(parts[sheet]!), drawing))
  const types = strFromU8(parts["[Content_Types].xml"]!)
  const vml = /Extension="vml"/i.test(types)
    ? ""
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
  parts["[Content_Types].xml"] = strToU8(
    types.replace(
      "</Types>",
      `${vml}<Override PartName="/xl/${ours}${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>`,
    ),
  )
}

const ours = "hoptacComments"
const author = "Hợp Tác"

/** Takes the comments of an earlier answer away, also where another program has saved them under names of its own. */
export function removeComments(parts: Parts, sheet: string) {
  const rels = readRels(parts, sheet)
  const comments = rels.find(({ type, path }) => type === "comments" && isOurs(parts[path]))
  if (!comments) return
  const drawing = rels.find(({ type }) => type === "vmlDrawing")
  for (const rel of [comments, drawing]) {
    if (!rel) continue
    delete parts[rel.path]
    removeRel(parts, sheet, rel.id)
  }
  parts["[Content_Types].xml"] = strToU8(
    strFromU8(parts["[Content_Types].xml"]!).replace(
      new RegExp(`<Override\\b[^>]*PartName="/${comments.path}"[^>]*/>`),
      "",
    ),
  )
  if (!drawing) return
  const xml = strFromU8(parts[sheet]!)
  parts[sheet] = strToU8(xml.replace(new RegExp(`<legacyDrawing\\b[^>]*"${drawing.id}"[^>]*/>`), ""))
}

function isOurs(part: Uint8Array | undefined) {
  const authors = part && [...strFromU8(part).matchAll(/<author>([^<]*)<\/author>/g)].map(([, name]) => name)
  return authors !== undefined && authors.length > 0 && authors.every((name) => name === author)
}

function freeNumber(parts: Parts) {
  let number = 1
  while (parts[`xl/${ours}${number}.xml`]) number += 1
  return number
}

type Comment = { row: number; column: string; text: string }

function commentsXml(all: readonly Comment[]) {
  const comments = all.map(
    ({ row, column, text }) =>
      `<comment ref="${column}${row}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${author}</author></authors><commentList>${comments.join("")}</commentList></comments>`
}

function boxesXml(all: readonly Comment[]) {
  const shapes = all.map(({ row, column }, index) => {
    const col = columnNumber(column)
    return `<v:shape id="_x0000_s${2000 + index}" type="#_x0000_t202" style="position:absolute;width:220pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${col + 1}, 10, ${row - 1}, 4, ${col + 4}, 10, ${row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`
  })
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`
}

function columnNumber(letters: string) {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The format asks for its elements in one order: these may come after the drawing of the boxes. */
const later = [
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]

function withDrawing(xml: string, id: string) {
  const element = `<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`
  const place = later.map((name) => xml.indexOf(`<${name}`)).filter((index) => index >= 0)
  const at = place.length > 0 ? Math.min(...place) : xml.lastIndexOf("</worksheet>")
  return xml.slice(0, at) + element + xml.slice(at)
}
