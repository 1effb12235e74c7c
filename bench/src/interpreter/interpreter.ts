import { begin, type CallFacts, step } from '@parley/flow-runtime'
import { bigFlow } from '@parley/testing/big-flow'
import type { Figures } from '../benchmarks.ts'
import { quantile } from '../numbers.ts'
import { randomNumbers } from './random-numbers.ts'
import { randomWorld } from './random-world.ts'

const nodes = 200
const warmUpSteps = 20_000
const measuredSteps = 40_000
/** A flow that only greets and listens has short calls; none may go on for ever. */
const mostStepsPerCall = 400

/** One step of the interpreter on a flow of 200 nodes, through many random calls that are the same every time; microseconds. */
export async function measure(onProgress: (line: string) => void): Promise<Figures> {
  const flow = bigFlow({ nodes })
  const seen = new Set<string>()
  const next = randomWorld(randomNumbers(20_261_128))
  let calls = 0
  const play = (steps: number): number[] => {
    const tookUs: number[] = []
    while (tookUs.length < steps) {
      calls += 1
      const started = { type: 'callStarted' as const, at: 0, facts: factsOf(calls) }
      let { state } = begin(flow, started)
      for (let count = 0; state.status === 'running' && count < mostStepsPerCall && tookUs.length < steps; count += 1) {
        const event = next(state, count * 1000)
        const before = performance.now()
        const stepped = step(flow, state, event)
        tookUs.push((performance.now() - before) * 1000)
        state = stepped.state
        seen.add(state.at)
      }
    }
    return tookUs
  }
  onProgress(`${warmUpSteps} steps to warm up, ${measuredSteps} measured, on ${flow.nodes.length} nodes`)
  play(warmUpSteps)
  const tookUs = play(measuredSteps)
  onProgress(`${calls} calls through ${seen.size} nodes`)
  return {
    stepUsP50: { value: quantile(tookUs, 0.5), unit: 'µs' },
    stepUsP99: { value: quantile(tookUs, 0.99), unit: 'µs' },
  }
}

const factsOf = (call: number): CallFacts => ({
  callId: `call-${call}`,
  direction: 'inbound',
  channel: 'phone',
  timeZone: 'Europe/Paris',
  contact: { phone: `+1555${String(call).padStart(7, '0')}` },
})
