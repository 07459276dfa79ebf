import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dayBefore } from "./days.ts"
import { type PlaceInTime, type Succession, type Territory, territories } from "./territories.ts"

const nation = place(1, "VN", "nation", null, null)

describe("the communes of a place", () => {
  it("follow the tree of the day while the place is in force", () => {
    const places = [
      nation,
      place(2, "91", "province", "VN", "nation"),
      place(3, "905", "district", "91", "province"),
      place(4, "30898", "commune", "905", "district"),
    ]
    for (const territory of [1, 2, 3, 4]) {
      expect(onDay(territories(places, []), territory, "2020-01-01")).toEqual([4])
    }
  })

  it("go through a town that becomes a city, which begins with the communes it had", () => {
    const places = [
      nation,
      place(2, "91", "province", "VN", "nation"),
      place(3, "900", "district", "91", "province", "-infinity", "2018-10-31"),
      place(4, "900", "district", "91", "province", "2018-11-01", "infinity"),
      place(5, "30766", "commune", "900", "district"),
    ]
    const rows = territories(places, [])

    expect(rowsOf(rows, 3)).toEqual([
      [5, "within", "-infinity", "2018-10-31"],
      [5, "succession", "2018-11-01", "infinity"],
    ])
    expect(rowsOf(rows, 4)).toEqual([
      [5, "succession", "-infinity", "2018-10-31"],
      [5, "within", "2018-11-01", "infinity"],
    ])
    expect(rowsOf(rows, 2)).toEqual([[5, "within", "-infinity", "infinity"]])
  })

  it("lose a unit that takes in land from elsewhere, and the unit that a shared one comes from", () => {
    const places = [
      nation,
      place(2, "91", "province", "VN", "nation"),
      place(3, "899", "district", "91", "province", "-infinity", "2025-06-30"),
      place(4, "903", "district", "91", "province", "-infinity", "2025-06-30"),
      place(5, "30760", "commune", "899", "district", "-infinity", "2025-06-30"),
      place(6, "30757", "commune", "899", "district", "-infinity", "2025-06-30"),
      place(7, "30844", "commune", "903", "district", "-infinity", "2025-06-30"),
      place(8, "30760", "commune", "91", "province", "2025-07-01", "infinity"),
      place(9, "30742", "commune", "91", "province", "2025-07-01", "infinity"),
    ]
    const rows = territories(places, [link(5, 8), link(7, 8), link(6, 9)])

    expect(onDay(rows, 3, "2025-07-01")).toEqual([9])
    expect(onDay(rows, 4, "2025-07-01")).toEqual([])
    // The new ward can be followed back into both of its origins.
    expect(onDay(rows, 8, "2025-06-30")).toEqual([5, 7])
  })

  it("keep a commune that was cut up only where all its pieces went the same way", () => {
    const places = [
      nation,
      place(2, "10", "province", "VN", "nation", "-infinity", "2025-06-30"),
      place(3, "00001", "commune", "10", "province", "-infinity", "2025-06-30"),
      place(4, "20", "province", "VN", "nation", "2025-07-01", "infinity"),
      place(5, "30", "province", "VN", "nation", "2025-07-01", "infinity"),
      place(6, "00001", "commune", "20", "province", "2025-07-01", "infinity"),
      place(7, "00002", "commune", "30", "province", "2025-07-01", "infinity"),
    ]
    const rows = territories(places, [link(3, 6), link(3, 7)])

    expect(onDay(rows, 2, "2025-07-01")).toEqual([6, 7])
    expect(onDay(rows, 3, "2025-07-01")).toEqual([6, 7])
    expect(onDay(rows, 4, "2025-06-30")).toEqual([])
    expect(onDay(rows, 5, "2025-06-30")).toEqual([])
  })

  it("join whichever of two chains of successions is the longer", () => {
    const commune = (id: number, from: string, to: string) =>
      place(id, `0000${id}`, "commune", "20", "province", from, to)
    const places = [
      nation,
      place(2, "10", "province", "VN", "nation", "-infinity", "2000-12-31"),
      place(20, "20", "province", "VN", "nation", "2001-01-01", "infinity"),
      { ...commune(3, "-infinity", "2002-12-31"), parent_code: "10" },
      { ...commune(4, "-infinity", "2000-12-31"), parent_code: "10" },
      commune(5, "2001-01-01", "2001-12-31"),
      commune(6, "2002-01-01", "2002-12-31"),
      commune(7, "2003-01-01", "infinity"),
    ]
    const rows = territories(places, [link(3, 7), link(4, 5), link(5, 6), link(6, 7)])

    expect(onDay(rows, 2, "2002-06-30")).toEqual([3, 6])
    expect(onDay(rows, 2, "2003-01-01")).toEqual([7])
  })

  it("refuse a successor that does not begin on the day after", () => {
    const places = [
      place(1, "00001", "commune", null, null, "-infinity", "2020-12-31"),
      place(2, "00002", "commune", null, null, "2021-01-02", "infinity"),
    ]
    expect(() => territories(places, [link(1, 2)])).toThrow("not on the day after 2020-12-31")
  })

  it("are worked out for the whole country in less than two seconds", () => {
    const places = [nation]
    const successions: Succession[] = []
    let id = 1
    for (let province = 10; province < 73; province++) {
      places.push(place(++id, `${province}`, "province", "VN", "nation", "-infinity", "2025-06-30"))
      for (let district = 0; district < 11; district++) {
        const code = `${province}${district}`
        places.push(place(++id, code, "district", `${province}`, "province", "-infinity", "2025-06-30"))
        for (let ward = 0; ward < 16; ward++) {
          places.push(place(++id, `${code}-${ward}`, "commune", code, "district", "-infinity", "2025-06-30"))
        }
      }
    }
    for (let province = 100; province < 134; province++) {
      places.push(place(++id, `${province}`, "province", "VN", "nation", "2025-07-01", "infinity"))
    }
    const before = places.filter(({ level }) => level === "commune")
    for (let first = 0; first < before.length; first += 3) {
      const parent = `${100 + Math.floor((first * 34) / before.length)}`
      places.push(place(++id, `new-${first}`, "commune", parent, "province", "2025-07-01", "infinity"))
      for (const origin of before.slice(first, first + 3)) successions.push(link(origin.id, id))
    }
    expect(before.length).toBeGreaterThan(11_000)

    const start = performance.now()
    const rows = territories(places, successions)
    expect(performance.now() - start).toBeLessThan(2000)
    expect(rows.length).toBeGreaterThan(60_000)
  })
})

describe("whatever is reorganised", () => {
  it("every commune lies in one province and in the nation, every day", () => {
    fc.assert(
      fc.property(histories(), ({ places, successions }) => {
        const rows = territories(places, successions)
        for (const day of daysToTry(places)) {
          const communes = inForce(places, "commune", day)
          const provinces = inForce(places, "province", day).map(({ id }) => id)
          const inProvinces = provinces.flatMap((province) => onDay(rows, province, day))
          expect(inProvinces.sort(byNumber)).toEqual(communes.map(({ id }) => id).sort(byNumber))
          expect(onDay(rows, nation.id, day)).toEqual(communes.map(({ id }) => id).sort(byNumber))
        }
      }),
    )
  })

  it("nothing is counted twice in provinces that ended together, or began together", () => {
    fc.assert(
      fc.property(histories(), ({ places, successions }) => {
        const rows = territories(places, successions)
        const provinces = places.filter(({ level }) => level === "province")
        for (const day of daysToTry(places)) {
          for (const turn of new Set(provinces.flatMap((each) => [each.valid_from, each.valid_to]))) {
            const ended = provinces.filter(({ valid_to }) => valid_to === turn && valid_to < day)
            const begun = provinces.filter(({ valid_from }) => valid_from === turn && valid_from > day)
            for (const together of [ended, begun]) {
              const counted = together.flatMap(({ id }) => onDay(rows, id, day))
              expect(new Set(counted).size).toBe(counted.length)
            }
          }
        }
      }),
    )
  })

  it("a commune that is followed to another day lies wholly on the land of the place", () => {
    fc.assert(
      fc.property(histories(), ({ places, successions, fieldsOf }) => {
        const rows = territories(places, successions)
        const byId = new Map(places.map((each) => [each.id, each]))
        for (const { territory_id, place_id, relation, valid_from } of rows) {
          if (relation !== "succession") continue
          const { valid_from: first, valid_to: last } = byId.get(territory_id)!
          const day = valid_from > last ? last : first
          const land = new Set(onDay(rows, territory_id, day).flatMap((id) => [...fieldsOf.get(id)!]))
          expect([...fieldsOf.get(place_id)!].every((field) => land.has(field))).toBe(true)
        }
      }),
    )
  })

  it("renaming, moving and cutting up lose nothing of what once was a province", () => {
    fc.assert(
      fc.property(histories(["rename", "split", "move", "divide"]), ({ places, successions, fieldsOf }) => {
        const rows = territories(places, successions)
        const fieldsOn = (id: number, day: string) =>
          onDay(rows, id, day)
            .flatMap((commune) => [...fieldsOf.get(commune)!])
            .sort(byNumber)
        for (const { id, level, valid_to } of places) {
          if (level !== "province" || valid_to === "infinity") continue
          expect(fieldsOn(id, "2030-01-01")).toEqual(fieldsOn(id, valid_to))
        }
      }),
    )
  })
})

type Step = { kind: string; which: number; other: number; count: number }
type Commune = PlaceInTime & { fields: number[] }

/** A country of three provinces with four communes each, and what happens to it, a year at a time. */
function histories(kinds = ["merge", "split", "rename", "move", "divide"]) {
  const step = fc.record({
    kind: fc.constantFrom(...kinds, "province"),
    which: fc.nat(100),
    other: fc.nat(100),
    count: fc.integer({ min: 2, max: 4 }),
  })
  return fc.array(step, { maxLength: 12 }).map(happen)
}

function happen(steps: Step[]) {
  const places: PlaceInTime[] = [nation]
  const successions: Succession[] = []
  const fieldsOf = new Map<number, Set<number>>()
  let provinces: PlaceInTime[] = []
  let communes: Commune[] = []
  for (let code = 10; code < 13; code++) {
    provinces.push(add(place(places.length + 1, `${code}`, "province", "VN", "nation")))
    for (let each = 0; each < 4; each++) {
      const first = places.length * 4
      communes.push(found(`${code}`, "-infinity", [first, first + 1, first + 2, first + 3], []))
    }
  }
  steps.forEach((step, index) => {
    take(step, `${2000 + index}-01-01`)
  })
  return { places, successions, fieldsOf }

  function take({ kind, which, other, count }: Step, day: string) {
    const commune = communes[which % communes.length]!
    const province = provinces[other % provinces.length]!
    if (kind === "rename") replace([commune], [commune.fields], () => commune.parent_code!, day)
    if (kind === "move") replace([commune], [commune.fields], () => province.code, day)
    if (kind === "merge") {
      const merged = communes.filter((_, index) => (index + which) % communes.length < count)
      replace(merged, [merged.flatMap(({ fields }) => fields)], () => province.code, day)
    }
    if (kind === "split" && commune.fields.length > 1) {
      const middle = 1 + (other % (commune.fields.length - 1))
      const pieces = [commune.fields.slice(0, middle), commune.fields.slice(middle)]
      replace([commune], pieces, (piece) => (piece ? province.code : commune.parent_code!), day)
    }
    if (kind === "province") joinProvinces(province, provinces[which % provinces.length]!, day)
    if (kind === "divide") divideProvince(province, day)
  }

  /** One takes the other in and keeps its code: its own communes simply go on, the other's begin again. */
  function joinProvinces(one: PlaceInTime, other: PlaceInTime, day: string) {
    for (const ended of new Set([one, other])) ended.valid_to = dayBefore(day)
    provinces = provinces.filter((each) => each !== one && each !== other)
    provinces.push(add(place(places.length + 1, one.code, "province", "VN", "nation", day)))
    if (one.code === other.code) return
    for (const commune of communes.filter(({ parent_code }) => parent_code === other.code)) {
      replace([commune], [commune.fields], () => one.code, day)
    }
  }

  function divideProvince(province: PlaceInTime, day: string) {
    province.valid_to = dayBefore(day)
    provinces = provinces.filter((each) => each !== province)
    const fresh = `new-${places.length}`
    for (const code of [province.code, fresh]) {
      provinces.push(add(place(places.length + 1, code, "province", "VN", "nation", day)))
    }
    const inside = communes.filter(({ parent_code }) => parent_code === province.code)
    for (const commune of inside.slice(inside.length / 2))
      replace([commune], [commune.fields], () => fresh, day)
  }

  function replace(ended: Commune[], pieces: number[][], parent: (piece: number) => string, day: string) {
    for (const commune of ended) commune.valid_to = dayBefore(day)
    communes = communes.filter((commune) => !ended.includes(commune))
    pieces.forEach((fields, piece) => {
      communes.push(found(parent(piece), day, fields, ended))
    })
  }

  function found(parent: string, from: string, fields: number[], origins: Commune[]): Commune {
    const id = places.length + 1
    const commune = { ...place(id, `c${id}`, "commune", parent, "province", from), fields }
    fieldsOf.set(id, new Set(fields))
    successions.push(...origins.map((origin) => link(origin.id, id)))
    return add(commune)
  }

  function add<Added extends PlaceInTime>(added: Added) {
    places.push(added)
    return added
  }
}

function place(
  id: number,
  code: string,
  level: string,
  parent_code: string | null,
  parent_level: string | null,
  valid_from = "-infinity",
  valid_to = "infinity",
): PlaceInTime {
  return { id, code, level, parent_code, parent_level, valid_from, valid_to }
}

function link(place_id: number, successor_id: number): Succession {
  return { place_id, successor_id }
}

function onDay(rows: Territory[], territory: number, day: string) {
  return rows
    .filter((row) => row.territory_id === territory && row.valid_from <= day && day <= row.valid_to)
    .map((row) => row.place_id)
    .sort(byNumber)
}

function rowsOf(rows: Territory[], territory: number) {
  return rows
    .filter((row) => row.territory_id === territory)
    .map((row) => [row.place_id, row.relation, row.valid_from, row.valid_to])
}

function inForce(places: PlaceInTime[], level: string, day: string) {
  return places.filter((each) => each.level === level && each.valid_from <= day && day <= each.valid_to)
}

function daysToTry(places: PlaceInTime[]) {
  const starts = new Set(places.map((each) => each.valid_from).filter((day) => day !== "-infinity"))
  return ["1999-12-31", ...[...starts].flatMap((day) => [dayBefore(day), day]), "2030-01-01"]
}

function byNumber(one: number, other: number) {
  return one - other
}
