import type { Body } from '../document/flow-bodies.ts'
import { canonicalText } from './canonical-text.ts'

type Colors = Map<string, number>
const mostRounds = 12

/**
 * The nodes of `before` that have another id in `after` and are the same otherwise: type, data, and edges from and to
 * the same nodes. Old id → new id. Both graphs are coloured by what a node is, then by the colours around it, until
 * nothing becomes clearer (colour refinement); nodes that look alike to the end are matched in their order.
 */
export function renamedNodes(before: Body, after: Body): Map<string, string> {
  const [oldIds, newIds] = [idsOf(before), idsOf(after)]
  const isGone = (id: string) => oldIds.has(id) && !newIds.has(id)
  const isNew = (id: string) => newIds.has(id) && !oldIds.has(id)
  if (![...oldIds].some(isGone) || ![...newIds].some(isNew)) return new Map()

  const numbers = new Map<string, number>()
  const number = (text: string) => {
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  }
  let [old, now] = [firstColors(before, isGone, number), firstColors(after, isNew, number)]
  for (let round = 0, seen = 0; round < mostRounds; round++) {
    const count = new Set([...old.values(), ...now.values()]).size
    if (count === seen) break
    seen = count
    old = refined(before, old, isGone, number)
    now = refined(after, now, isNew, number)
  }

  const waiting = new Map<number, string[]>()
  for (const [id, color] of now) if (isNew(id)) waiting.set(color, [...(waiting.get(color) ?? []), id])
  const renamed = new Map<string, string>()
  for (const [id, color] of old) {
    const match = isGone(id) ? waiting.get(color)?.shift() : undefined
    if (match !== undefined) renamed.set(id, match)
  }
  return withSameEdges(before, after, renamed)
}

const idsOf = (body: Body) => new Set(body.nodes.map(({ id }) => id))

function firstColors(body: Body, isOpen: (id: string) => boolean, number: (text: string) => number): Colors {
  return new Map(body.nodes.map(({ id, type, data }) => [id, number(isOpen(id) ? canonicalText([type, data]) : `id ${id}`)]))
}

function refined(body: Body, colors: Colors, isOpen: (id: string) => boolean, number: (text: string) => number): Colors {
  const around = edgesAround(body, (id) => String(colors.get(id) ?? `no ${id}`))
  return new Map([...colors].map(([id, color]) => [id, isOpen(id) ? number(`${color} ${around.get(id) ?? ''}`) : color]))
}

/** Drops matches until the edges of all that are left are the same under the new ids. */
function withSameEdges(before: Body, after: Body, renamed: Map<string, string>): Map<string, string> {
  const now = edgesAround(after, (id) => id)
  for (;;) {
    const old = edgesAround(before, (id) => renamed.get(id) ?? id)
    const wrong = [...renamed].filter(([from, to]) => old.get(from) !== now.get(to))
    if (wrong.length === 0) return renamed
    for (const [from] of wrong) renamed.delete(from)
  }
}

/** For each node its edges as one text: direction, outcome, and the other end by the name it is given. */
function edgesAround({ edges }: Body, name: (id: string) => string): Map<string, string> {
  const around = new Map<string, string[]>()
  const add = (id: string, text: string) => {
    const texts = around.get(id) ?? []
    around.set(id, texts)
    texts.push(text)
  }
  for (const { source, sourceHandle, target } of edges) {
    add(source, JSON.stringify(['to', sourceHandle, name(target)]))
    add(target, JSON.stringify(['from', sourceHandle, name(source)]))
  }
  return new Map([...around].map(([id, texts]) => [id, texts.sort().join()]))
}
