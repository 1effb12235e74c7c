import fc from 'fast-check'
import { z } from 'zod'
import type { Flow } from '../src/flow.ts'
import { begin, step } from '../src/interpreter/interpreter.ts'
import type { CallState } from '../src/state.ts'
import { anyCall, eventOf } from './random-calls.ts'

const facts = { callId: 'c', direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const
const moves = fc.sample(anyCall.move, { numRuns: 150, seed: 11 })
const mostStates = 600

/**
 * Ids of the nodes that some call comes to: tries every move of a fixed set at every kind of state it finds, until all of `wanted` are
 * reached or the bound is.
 */
export function reachedNodes(flow: Flow, wanted: readonly string[]): ReadonlySet<string> {
  const first = begin(flow, { type: 'callStarted', at: 0, facts }).state
  const kinds = new Map([[kindOf(first), first]])
  const reached = new Set<string>(first.path)
  for (const state of kinds.values()) {
    if (kinds.size > mostStates || wanted.every((id) => reached.has(id))) break
    for (const move of moves) {
      const after = step(flow, state, eventOf(move, state, [], 1)).state
      for (const id of after.path.slice(-20)) reached.add(id)
      if (!kinds.has(kindOf(after))) kinds.set(kindOf(after), after)
    }
  }
  return reached
}

/** States in which the same can happen next, as far as it matters here. */
const kindOf = ({ at, status, outcome, awaiting, local, variables, returns }: CallState) =>
  JSON.stringify([
    at,
    status,
    outcome,
    awaiting.map(({ type }) => type),
    countsIn.parse(local),
    Object.keys(variables),
    returns.map(({ handler }) => handler),
  ])

const countsIn = z.object({ phase: z.string(), tries: z.number(), silences: z.number() }).partial().catch({})
