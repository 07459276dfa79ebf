import { raw } from "hono/html"

/** The mark of the portal: grains of rice around one centre, each its own, all of one ear. */
export function Emblem() {
  return raw(`<svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">${shapes}</svg>`)
}

/** The same mark as a file of its own, for the browser's tab. */
export function emblemFile() {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><title>Hợp Tác</title>${shapes}</svg>`
}

const grains = [0, 60, 120, 180, 240, 300].map(
  (angle) => `<path d="M32 6c5 6 5 14 0 20c-5-6-5-14 0-20z" transform="rotate(${angle} 32 32)"/>`,
)
const shapes = `<circle cx="32" cy="32" r="30" fill="#083529" stroke="#e0ac3b" stroke-width="2.5"/><g fill="#e0ac3b">${grains.join("")}</g><circle cx="32" cy="32" r="4" fill="#fff"/>`
