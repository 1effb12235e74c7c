import type { FlowGraph } from './flow-graph.ts'
import { inputsOf } from './silence.ts'

/** For each reachable node, which variables surely have a value when a call comes to it: bits, `words` of 32 a node. */
export type KnownVariables = { words: number; at: Uint32Array; has(node: number, variable: number): boolean }

/**
 * Data flow over the graph: what is known at a node is known on every way that leads there. A wish leads from any listening node to the
 * handlers; a machine answers before anything is known.
 */
export function knownVariables(graph: FlowGraph): KnownVariables {
  const { facts, firstSlot, target, surroundings, start, byIntent, byMachine } = graph
  const words = Math.max(1, Math.ceil(surroundings.numberOf.size / 32))
  const at = new Uint32Array(facts.length * words).fill(0xffffffff)
  const isQueued = new Uint8Array(facts.length)
  const queue: number[] = []
  const given = new Uint32Array(words)
  for (const variable of inputsOf(surroundings)) set(given, variable)

  const meet = (node: number, word: number, value: number) => {
    const place = node * words + word
    const before = at[place] ?? 0
    const after = (before & value) >>> 0
    if (after === before && isQueued[node] !== 0) return
    at[place] = after
    if (isQueued[node] !== 1) queue.push(node)
    isQueued[node] = 1
  }
  for (const node of [start, ...byMachine]) if (node >= 0) for (let word = 0; word < words; word += 1) meet(node, word, given[word] ?? 0)

  const out = new Uint32Array(words)
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] ?? 0
    isQueued[node] = 2
    const { use, listens } = facts[node] ?? {}
    const first = firstSlot[node] ?? 0
    const end = firstSlot[node + 1] ?? 0
    for (let slot = first; slot < end; slot += 1) {
      const next = target[slot] ?? -1
      if (next < 0) continue
      for (let word = 0; word < words; word += 1) out[word] = at[node * words + word] ?? 0
      for (const variable of use?.forgotten ?? []) out[variable >>> 5] = (out[variable >>> 5] ?? 0) & ~(1 << (variable & 31))
      for (const variable of use?.known[slot - first] ?? []) set(out, variable)
      for (let word = 0; word < words; word += 1) meet(next, word, out[word] ?? 0)
    }
    if (listens)
      for (const handler of byIntent) for (let word = 0; word < words; word += 1) meet(handler, word, at[node * words + word] ?? 0)
  }
  return { words, at, has: (node, variable) => ((at[node * words + (variable >>> 5)] ?? 0) & (1 << (variable & 31))) !== 0 }
}

function set(bits: Uint32Array, variable: number): void {
  bits[variable >>> 5] = (bits[variable >>> 5] ?? 0) | (1 << (variable & 31))
}
