import { strFromU8, strToU8 } from "fflate"
import type { Fault } from "./mark-faults.ts"
import { attributeOf, type Parts } from "./parts.ts"

/** The colours of our marks: nobody else's red and yellow are exactly these. */
const colours = { error: "FFFFC7CF", warning: "FFFFEB9D" } as const

export type MarkedStyles = {
  /** The style of a cell with these faults, or without any: then what it was before it was marked. */
  styleFor(style: number, faults: readonly Fault[] | undefined): number
  /** Whether any of these cells may carry a mark of an earlier answer. */
  mayBeMarked(cells: string): boolean
  write(): void
}

const emptyStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'

/** A marked cell has the style it had, with another fill. */
export function addStyles(parts: Parts): MarkedStyles {
  const path = "xl/styles.xml"
  let xml = parts[path] ? strFromU8(parts[path]) : emptyStyles
  const fills = list(xml, "fills", /<fill\b[^>]*?(?:\/>|>[\s\S]*?<\/fill>)/g)
  const xfs = list(xml, "cellXfs", /<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)
  const ours = {
    error: fillOf(fills, colours.error),
    warning: fillOf(fills, colours.warning),
  }
  const before = xfs.length
  const marks = new Map<string, number>()
  const marked = new Map(
    xfs.map((xf, index) => [index, isOurs(xf)]).filter(([, is]) => is) as [number, boolean][],
  )

  function isOurs(xf: string) {
    return [ours.error, ours.warning].includes(Number(attributeOf(xf.split(">")[0]!, "fillId") ?? 0))
  }

  /** The style without our fill: another that says the same otherwise, or the same with no fill. */
  function unmarked(style: number) {
    if (!marked.has(style)) return style
    const bare = withFill(xfs[style]!, 0)
    const same = xfs.findIndex((xf, index) => !marked.has(index) && withFill(xf, 0) === bare)
    if (same >= 0) return same
    xfs.push(bare)
    return xfs.length - 1
  }

  return {
    styleFor(style, faults) {
      const plain = unmarked(Math.min(style, before - 1))
      if (!faults) return plain
      const severity = faults.some((fault) => fault.severity === "error") ? "error" : "warning"
      const key = `${severity} ${plain}`
      const known = marks.get(key)
      if (known !== undefined) return known
      xfs.push(withFill(xfs[plain]!, ours[severity]))
      marks.set(key, xfs.length - 1)
      return xfs.length - 1
    },
    mayBeMarked: (cells) =>
      marked.size > 0 && [...marked.keys()].some((style) => cells.includes(`s="${style}"`)),
    write() {
      xml = replaceList(xml, "fills", fills)
      xml = replaceList(xml, "cellXfs", xfs)
      parts[path] = strToU8(xml)
    },
  }
}

function list(xml: string, name: string, element: RegExp) {
  const inner = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? ""
  return [...inner.matchAll(element)].map(([found]) => found)
}

function replaceList(xml: string, name: string, elements: readonly string[]) {
  const whole = `<${name} count="${elements.length}">${elements.join("")}</${name}>`
  return xml.replace(new RegExp(`<${name}\\b[^>]*>[\\s\\S]*?</${name}>`), () => whole)
}

function fillOf(fills: string[], colour: string) {
  const known = fills.findIndex((fill) => fill.toUpperCase().includes(colour))
  if (known >= 0) return known
  fills.push(
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  )
  return fills.length - 1
}

function withFill(xf: string, fill: number) {
  return xf.replace(/^<xf\b([^>]*?)(\/?)>/, (_, attributes: string, end: string) => {
    const others = attributes.replace(/\s+(fillId|applyFill)="[^"]*"/g, "").trimEnd()
    return `<xf${others} fillId="${fill}" applyFill="1"${end}>`
  })
}
