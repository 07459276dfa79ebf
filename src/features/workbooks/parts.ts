import { strFromU8, strToU8 } from "fflate"

/** The files inside a workbook, by their paths. */
export type Parts = Record<string, Uint8Array>

/** The value of an attribute of an element, as it was meant. */
export function attributeOf(element: string, name: string) {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(` ${element}`)
  const text = value?.[1] ?? value?.[2]
  return text === undefined ? undefined : unescapeXml(text)
}

export function escapeXml(text: string) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

function unescapeXml(text: string) {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return named[entity] ?? whole
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return String.fromCodePoint(code)
  })
}

export function relsPath(path: string) {
  const cut = path.lastIndexOf("/") + 1
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`
}

type Rel = { id: string; type: string; path: string }

/** What a part is related to, with paths from the root. */
export function readRels(parts: Parts, path: string): Rel[] {
  const xml = parts[relsPath(path)]
  if (!xml) return []
  return [...strFromU8(xml).matchAll(/<Relationship\b[^>]*>/g)].map(([element]) => ({
    id: attributeOf(element, "Id") ?? "",
    type: (attributeOf(element, "Type") ?? "").split("/").at(-1)!,
    path: resolve(path, attributeOf(element, "Target") ?? ""),
  }))
}

function resolve(from: string, target: string) {
  if (target.startsWith("/")) return target.slice(1)
  const folders = from.split("/").slice(0, -1)
  for (const step of target.split("/")) {
    if (step === "..") folders.pop()
    else if (step !== ".") folders.push(step)
  }
  return folders.join("/")
}

const relTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** Relates a part to another, and says by which id. */
export function writeRel(parts: Parts, path: string, type: string, target: string) {
  const rels = relsPath(path)
  const xml = parts[rels]
    ? strFromU8(parts[rels])
    : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  let number = 1
  while (xml.includes(`"hoptac${number}"`)) number += 1
  const element = `<Relationship Id="hoptac${number}" Type="${relTypes}/${type}" Target="${escapeXml(target)}"/>`
  const opened = xml.replace(/<Relationships([^>]*)\/>/, "<Relationships$1></Relationships>")
  parts[rels] = strToU8(opened.replace("</Relationships>", `${element}</Relationships>`))
  return `hoptac${number}`
}

export function removeRel(parts: Parts, path: string, id: string) {
  const rels = relsPath(path)
  const xml = strFromU8(parts[rels]!)
  parts[rels] = strToU8(xml.replace(new RegExp(`<Relationship\\b[^>]*Id="${id}"[^>]*/>`), ""))
}
