import type { InputStep } from '@parley/flow-runtime/scenarios'

/** One way through a text call: what the caller did and the world answered. */
export type Way = { id: number; steps: readonly InputStep[] }
/** All ways of one text call; `stopAt`: a length at which nobody answers by itself, since somebody went back there. */
export type Ways = { all: readonly Way[]; active: number; stopAt?: number }

export const firstWay: Ways = { all: [{ id: 1, steps: [] }], active: 1 }

export const stepsOf = ({ all, active }: Ways): readonly InputStep[] => all.find(({ id }) => id === active)?.steps ?? []

/** The active way goes on. */
export function goOn(ways: Ways, step: InputStep): Ways {
  const all = ways.all.map((way) => (way.id === ways.active ? { ...way, steps: [...way.steps, step] } : way))
  return { all, active: ways.active }
}

/** A new way that shares the first steps with the active one, which stays as it is. */
export function goBack(ways: Ways, count: number): Ways {
  const steps = stepsOf(ways).slice(0, count)
  const same = ways.all.find((way) => JSON.stringify(way.steps) === JSON.stringify(steps))
  if (same) return { ...ways, active: same.id, stopAt: count }
  const id = Math.max(...ways.all.map((way) => way.id)) + 1
  return { all: [...ways.all, { id, steps }], active: id, stopAt: count }
}
