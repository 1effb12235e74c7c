import { apply, check, type Flow, flow as flowSchema, knownIntentSets, readFlow } from '@parley/flow-runtime'
import { bigFlow } from '@parley/testing/big-flow'
import { createLocalEngine } from '@parley/understanding'
import type { Figures } from '../benchmarks.ts'
import { median } from '../numbers.ts'
import { manyIntents } from './many-intents.ts'

/** A studio and a server check all day: the compiler has seen the code. What a new process needs is told as `firstCheckMs`. */
const warmUpChecks = 40
const freshChecks = 21
const edits = 30
const compilations = 5

/** Checking a flow of 1,000 nodes, all of it and after an edit; and all that is done once when a flow with 50 intents is published. */
export async function measure(onProgress: (line: string) => void): Promise<Figures> {
  const text = JSON.stringify(bigFlow({ nodes: 1000 }))
  const fresh = (): Flow => flowSchema.parse(JSON.parse(text))
  const checkFresh = () => {
    const flow = fresh()
    return tookMs(() => check(flow))
  }
  const first = checkFresh()
  onProgress(`${freshChecks} checks of a fresh copy, after ${warmUpChecks} to warm up`)
  times(warmUpChecks, checkFresh)
  const whole = times(freshChecks, checkFresh)

  onProgress(`${edits} checks after one edit each`)
  let flow = fresh()
  check(flow)
  const afterEdit = times(edits, (nth) => {
    const node = flow.nodes[(nth * 31) % flow.nodes.length]
    if (!node) return Number.NaN
    flow = apply(flow, { type: 'updateNode', id: node.id, data: { text: { en: `Edited ${nth}.`, fr: `Modifié ${nth}.` } } })
    return tookMs(() => check(flow))
  })

  onProgress(`${compilations} compilations of a flow with 50 intents`)
  createLocalEngine().warmUp()
  const intents = JSON.stringify(manyIntents(50, 10))
  const compile = times(compilations, () => tookMs(() => compiled(intents)))
  return {
    check1000Ms: { value: median(whole), unit: 'ms' },
    checkAfterEditMs: { value: median(afterEdit), unit: 'ms' },
    compileMs: { value: median(compile), unit: 'ms' },
    firstCheckMs: { value: first, unit: 'ms' },
  }
}

/** Reads, checks and learns, as for a flow that has just arrived. */
function compiled(text: string): void {
  const read = readFlow(text, { strict: true })
  if (!read.ok) throw new Error(read.problems[0]?.message)
  check(read.flow)
  createLocalEngine().warmUp(knownIntentSets(read.flow, 'en'))
}

const times = (count: number, measure: (nth: number) => number): number[] => Array.from({ length: count }, (_, nth) => measure(nth))

function tookMs(run: () => unknown): number {
  const before = performance.now()
  run()
  return performance.now() - before
}
