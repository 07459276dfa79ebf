import { describe, expect, it } from "vitest"
import { leadOf } from "./lead.ts"

describe("the lead of an article", () => {
  it("is its first words, cut between two of them", () => {
    expect(leadOf("<p>Hợp tác xã Bình An</p><p>được thành lập.</p>", 28)).toBe("Hợp tác xã Bình An được…")
  })

  it("leaves tables out, one that is cut off too", () => {
    expect(leadOf("<p>Quy mô.</p><table><tr><td>Lớn</td><td>300</td></tr></table><p>Từ nay.</p>")).toBe(
      "Quy mô. Từ nay.",
    )
    expect(leadOf("<p>Quy mô.</p><table><tr><td>Lớn</td><td>30")).toBe("Quy mô.")
  })

  it("tells of the table where there is nothing else", () => {
    expect(leadOf("<table><tr><td>Lớn</td><td>300</td></tr></table>")).toBe("Lớn 300")
  })
})
