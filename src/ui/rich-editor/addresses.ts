/** Where a link may lead: the web, mail, telephone, and this site. The server holds to the same. */
export function isAllowedAddress(address: string) {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:[+\d]|\/(?!\/)|#)/i.test(address)
}

/** The address that was meant: "chinhphu.vn" is on the web, "a@b.vn" a mail. Nothing where none can be told. */
export function readAddress(typed: string) {
  const address = typed.trim()
  if (isAllowedAddress(address)) return address
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`
  if (/^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?$/u.test(address)) return `https://${address}`
  return undefined
}
