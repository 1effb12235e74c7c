import { apply, check, type Flow, flow as flowSchema, knownIntentSets, readFlow } from '@parley/flow-runtime'
import { bigFlow } from '@parley/testing/big-flow'
import { createLocalEngine } from '@parley/understanding'
import type { Figures } from '../benchmarks.ts'
import { median } from '../numbers.ts'
import { manyIntents } from './many-intents.ts'

const coldChecks = 9
const edits = 30
const compilations = 5

/** Checking a flow of 1,000 nodes, all of it and after an edit; and all that is done once when a flow with 50 intents is published. */
export async function checker(onProgress: (line: string) => void): Promise<Figures> {
  const text = JSON.stringify(bigFlow({ nodes: 1000 }))
  const fresh = (): Flow => flowSchema.parse(JSON.parse(text))
  check(fresh())
  onProgress(`${coldChecks} checks of a fresh copy`)
  const cold = times(coldChecks, () => {
    const flow = fresh()
    return tookMs(() => check(flow))
  })

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
    check1000Ms: { value: median(cold), unit: 'ms' },
    checkAfterEditMs: { value: median(afterEdit), unit: 'ms' },
    compileMs: { value: median(compile), unit: 'ms' },
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
