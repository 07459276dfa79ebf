import { dayBefore } from "../places/days.ts"
import type { Place } from "../places/queries.ts"
import { type Fault, levels, type NewUnit, type Reorganisation } from "./reorganisation.ts"

/** A place as the table of places holds it. */
export type KnownPlace = Pick<
  Place,
  "id" | "code" | "level" | "kind" | "name" | "valid_from" | "valid_to"
> & {
  parent_code: string | null
  parent_level: string | null
}

/** A unit to be added; its days begin with the reorganisation and have no end. */
export type AddedUnit = {
  code: string
  level: Place["level"]
  kind: string
  name: string
  parent_code: string
  parent_level: string
  legal_act: string
}

/** A unit of the reorganisation: one that is there already, or the place in the list of those to be added. */
export type UnitReference = { id: number } | { added: number }

export type ReorganisationPlan = {
  added: AddedUnit[]
  /** Units of the file that the table of places holds already, as it says. */
  known: KnownPlace[]
  /** Units whose last day becomes the day before. */
  ended: KnownPlace[]
  successions: { from: KnownPlace; to: UnitReference }[]
  /** Communes that go to several units: nobody but an officer knows where each of their organisations is. */
  divided: KnownPlace[]
}
export type Planning = { ok: true; plan: ReorganisationPlan } | { ok: false; faults: Fault[] }

/**
 * What a reorganisation does to the places that are known, or everything that stands in its way. What is there already
 * is left as it is, so that the same file comes to nothing the second time.
 */
export function planReorganisation(
  places: readonly KnownPlace[],
  { day, legal_act, units, ended }: Reorganisation,
): Planning {
  const faults: Fault[] = []
  const lastDay = dayBefore(day)
  const before = places.filter((place) => isInForce(place, lastDay))
  const known: KnownPlace[] = []
  const added: AddedUnit[] = []
  const successions: ReorganisationPlan["successions"] = []
  const isUsed = new Set<string>()
  const origins = new Map<KnownPlace, UnitReference[]>()

  const references = units.map((unit): UnitReference | undefined => {
    const level = levels[unit.kind]
    const key = `${level} ${unit.code}`
    if (isUsed.has(key)) faults.push(at(unit, "code", { fault: "code_twice", code: unit.code }))
    isUsed.add(key)
    const there = places.find(
      (place) => place.code === unit.code && place.level === level && place.valid_from === day,
    )
    if (there && (there.name !== unit.name || there.kind !== unit.kind)) {
      faults.push(at(unit, "name", { fault: "known_otherwise", code: unit.code, name: there.name }))
    }
    if (there) {
      known.push(there)
      return { id: there.id }
    }
    const later = places.find(
      (place) => place.code === unit.code && place.level === level && place.valid_from > day,
    )
    if (later) {
      const { code, name, valid_from } = later
      faults.push(at(unit, "code", { fault: "began_earlier", code, name, on: valid_from }))
    }
    added.push({
      ...wordsOf(unit),
      level,
      legal_act: unit.legal_act ?? legal_act,
      parent_code: "",
      parent_level: "",
    })
    return { added: added.length - 1 }
  })

  units.forEach((unit, index) => {
    for (const code of unit.from) {
      const origin = before.find((place) => place.code === code && place.level === levels[unit.kind])
      if (!origin) {
        faults.push(at(unit, "from", { fault: "origin_unknown", code }))
        continue
      }
      if (origin.valid_to !== "infinity" && origin.valid_to !== lastDay) {
        const { name, valid_to } = origin
        faults.push(at(unit, "from", { fault: "origin_ends_later", code, name, on: valid_to }))
        continue
      }
      const reference = references[index]!
      origins.set(origin, [...(origins.get(origin) ?? []), reference])
      successions.push({ from: origin, to: reference })
    }
  })

  const gone = new Set(origins.keys())
  for (const { row, code } of ended) {
    const place = before.find((each) => each.code === code && each.level !== "nation")
    if (!place) faults.push({ row, field: "ended", fault: "ended_unknown", code })
    else if (place.level === "commune" && !origins.has(place)) {
      faults.push({ row, field: "ended", fault: "without_successor", code, name: place.name })
    } else gone.add(place)
  }

  const after = [...places.filter((place) => isInForce(place, day) && !gone.has(place)), ...added]
  findParents(units, references, added, { before, after, faults })
  for (const unit of added) {
    const clash = places.find(
      (place) =>
        place.code === unit.code && place.level === unit.level && isInForce(place, day) && !gone.has(place),
    )
    const row = units.find(({ code, kind }) => code === unit.code && levels[kind] === unit.level)!
    if (clash) faults.push(at(row, "code", { fault: "code_in_use", code: unit.code }))
  }
  // Whoever goes on must still stand in something.
  const standsIn = (unit: KnownPlace, { code, level }: Unit) =>
    code === unit.parent_code && level === unit.parent_level
  for (const place of before.filter((each) => !gone.has(each))) {
    const losesParent = [...gone].some((parent) => standsIn(place, parent))
    if (losesParent && !after.some((unit) => standsIn(place, unit))) {
      faults.push({ row: null, field: null, fault: "left_behind", code: place.code, name: place.name })
    }
  }
  if (faults.length > 0) return { ok: false, faults }

  for (const place of gone) {
    if (place.level === "commune" || origins.has(place)) continue
    successions.push(...heirsOf(place, origins).map((to) => ({ from: place, to })))
  }
  const isDivided = (place: KnownPlace) => place.level === "commune" && origins.get(place)!.length > 1
  return {
    ok: true,
    plan: {
      added,
      known,
      ended: [...gone].filter(({ valid_to }) => valid_to === "infinity"),
      successions,
      divided: [...origins.keys()].filter(isDivided),
    },
  }
}

/** A level that is abolished has no successor of its own: what became of its communes is what became of it. */
function heirsOf(place: KnownPlace, origins: ReadonlyMap<KnownPlace, UnitReference[]>) {
  const own = [...origins].filter(
    ([origin]) => origin.parent_code === place.code && origin.parent_level === place.level,
  )
  const heirs = new Map(
    own.flatMap(([, references]) => references).map((each) => [JSON.stringify(each), each]),
  )
  return [...heirs.values()]
}

type Unit = Pick<KnownPlace, "code" | "level">

function findParents(
  units: readonly NewUnit[],
  references: readonly (UnitReference | undefined)[],
  added: AddedUnit[],
  { before, after, faults }: { before: readonly KnownPlace[]; after: readonly Unit[]; faults: Fault[] },
) {
  units.forEach((unit, index) => {
    const reference = references[index]
    if (!reference || !("added" in reference)) return
    const level = levels[unit.kind]
    if (level === "province") {
      Object.assign(added[reference.added]!, nation)
      return
    }
    const first = before.find((place) => place.code === unit.from[0] && place.level === level)
    const code = unit.parent_code ?? first?.parent_code ?? ""
    const above = level === "commune" ? ["district", "province"] : ["province"]
    const parent = above
      .flatMap((each) => after.filter((place) => place.level === each && place.code === code))
      .at(0)
    if (!parent) faults.push(at(unit, "parent_code", { fault: "parent_unknown", code }))
    else Object.assign(added[reference.added]!, { parent_code: parent.code, parent_level: parent.level })
  })
}

const nation = { parent_code: "VN", parent_level: "nation" }

function wordsOf({ code, kind, name }: NewUnit) {
  return { code, kind, name }
}

function isInForce({ valid_from, valid_to }: KnownPlace, day: string) {
  return valid_from <= day && valid_to >= day
}

type Reason = Fault extends infer Each ? (Each extends Fault ? Omit<Each, "row" | "field"> : never) : never

function at({ row }: NewUnit, field: Fault["field"], reason: Reason): Fault {
  return { row, field, ...reason } as Fault
}
