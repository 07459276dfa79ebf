import { describe, expect, it } from "vitest"
import { withoutSecrets } from "./log.ts"

describe("an address in the log", () => {
  it.each([
    ["/lien-ket/kq0aB_c-dEfGhIjKlMnOpQrStUvWxYz01", "/lien-ket/…"],
    ["/en/lien-ket/0123456789abcdef0123456789abcdef", "/en/lien-ket/…"],
    ["/xem-truoc/%C4%91abcdefghijklmnop/x", "/xem-truoc/…/x"],
  ])("does not tell what opens something: %s", (path, logged) => {
    expect(withoutSecrets(path)).toBe(logged)
  })
  it.each([
    "/",
    "/tin-tuc/trien-khai-ke-hoach-phat-trien-kinh-te-tap-the-giai-doan-2021-2025",
    "/hop-tac-xa/hop-tac-xa-nong-nghiep-tan-hiep-1701234567",
    "/ban-lam-viec/quan-tri/cong-viec/1f6f7c58-38ac-4b1e-9b0e-2c1b7c1f9d10/lan-chay-lai",
    "/assets/styles.1a2b3c.css",
  ])("tells which page it was: %s", (path) => {
    expect(withoutSecrets(path)).toBe(path)
  })
})
