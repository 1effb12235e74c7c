import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { answerTo } from './answers.ts'
import { type AppointmentCall, callAppointmentFlow } from './appointment-call.ts'
import type { Figures } from './benchmarks.ts'
import { median } from './numbers.ts'
import { type Product, startProduct } from './product.ts'
import { conductingPid } from './workflow-status.ts'

const callsForGaps = 3
const bargeIns = 3
const concurrentCalls = 5
const recoveries = 3

/** What the first complete version is measured by: everything at the caller's ear, on the real product without keys. */
export async function firstCall(onProgress: (line: string) => void): Promise<Figures> {
  onProgress('Starting the product with npm start')
  const product = await startProduct()
  let spoken: { gaps: number[]; waits: number[] }
  let bargeInMs: number[]
  let recoverySeconds: number[]
  try {
    onProgress(`First page after ${product.startSeconds} s; ${callsForGaps} calls for the gaps`)
    spoken = await measureGaps(product)
    onProgress(`Gaps ${spoken.gaps.join(', ')} ms, of which waiting ${spoken.waits.join(', ')} ms`)
    onProgress(`${bargeIns} calls that interrupt`)
    bargeInMs = await times(bargeIns, () => measureBargeIn(product))
    onProgress(`Stopped speaking after ${bargeInMs.join(', ')} ms`)
    onProgress(`${recoveries} calls whose worker is killed`)
    recoverySeconds = await times(recoveries, () => measureRecovery(product))
    onProgress(`Silent for ${recoverySeconds.join(', ')} s`)
  } finally {
    await product.stop()
  }
  onProgress(`${concurrentCalls} calls at once in one worker process`)
  const alone = await startProduct({ PARLEY_WORKERS: '1' })
  let memoryMb: number
  try {
    memoryMb = await measureMemory(alone)
  } finally {
    await alone.stop()
  }
  return {
    gapMsP50: { value: median(spoken.gaps), unit: 'ms' },
    endOfTurnWaitMsP50: { value: median(spoken.waits), unit: 'ms' },
    bargeInMsP50: { value: median(bargeInMs), unit: 'ms' },
    startSeconds: { value: product.startSeconds, unit: 's' },
    memoryMbFiveCalls: { value: memoryMb, unit: 'MB' },
    recoverySeconds: { value: median(recoverySeconds), unit: 's' },
  }
}

async function times<T>(count: number, measure: () => Promise<T>): Promise<T[]> {
  const values: T[] = []
  for (let i = 0; i < count; i++) values.push(await measure())
  return values
}

/** Gaps from the caller's last sample to the agent's next sound, and the part of them that is waiting for the end of the turn. */
async function measureGaps({ client }: Product): Promise<{ gaps: number[]; waits: number[] }> {
  const calls = await times(callsForGaps, () => callAppointmentFlow(client))
  return { gaps: calls.flatMap(({ report }) => report.lines.flatMap((line) => line.gapMs ?? [])), waits: calls.flatMap(endOfTurnWaits) }
}

const endOfTurnWaits = ({ view }: AppointmentCall): number[] =>
  view.entries.flatMap((entry) => {
    if (entry.kind !== 'timing') return []
    const { speechEndAt, endOfTurnAt } = entry.timing
    return speechEndAt !== undefined && endOfTurnAt !== undefined ? [endOfTurnAt - speechEndAt] : []
  })

/** From the caller's first sound to the agent's last, when the caller breaks into the greeting. */
async function measureBargeIn({ client }: Product): Promise<number> {
  const line = await answerTo('intent', 0, { intoSpeechMs: 800 })
  const { report } = await callAppointmentFlow(client, { first: line ? [line] : [], maxMs: 15_000 })
  return report.lines.find(({ bargeInMs }) => bargeInMs !== undefined)?.bargeInMs ?? Number.NaN
}

/**
 * Silence at the caller, in seconds, when the process that holds the call is killed in the middle of a sentence of the agent.
 * The call has to end with its booking all the same; otherwise the measurement is NaN.
 */
async function measureRecovery({ client, env }: Product): Promise<number> {
  let callId = ''
  let killedAt = Number.NaN
  const { report, view } = await callAppointmentFlow(client, {
    onCall: (id) => {
      callId = id
    },
    onLine: (name) => {
      if (name !== 'tuesday' || !Number.isNaN(killedAt)) return
      killedAt = 0
      void killAfter(2_200)
    },
  })
  async function killAfter(ms: number): Promise<void> {
    await delay(ms)
    const pid = await conductingPid(env, callId)
    if (pid === undefined) return
    killedAt = Date.now()
    process.kill(pid, 'SIGKILL')
  }
  const booked = view.appointments.some(({ status }) => status === 'booked')
  const before = report.sounds.filter(({ startedAt }) => startedAt <= killedAt).at(-1)
  const after = report.sounds.find(({ startedAt }) => startedAt > killedAt)
  if (!killedAt || !booked || !after) return Number.NaN
  const silentFrom = Math.max(killedAt, before ? Math.min(before.lastAt, after.startedAt) : killedAt)
  return Math.round(after.startedAt - silentFrom) / 1_000
}

/** Resident memory of the one worker process at its highest while five calls are conducted, megabytes. */
async function measureMemory({ client, run }: Product): Promise<number> {
  const pid = (await run()).parts.find(({ name }) => name.startsWith('worker'))?.pid
  if (!pid) return Number.NaN
  let highest = 0
  const timer = setInterval(() => {
    void residentMb(pid).then((mb) => {
      highest = Math.max(highest, mb)
    })
  }, 250)
  try {
    const calls = await Promise.all(
      Array.from({ length: concurrentCalls }, async (_, index) => {
        await delay(index * 1_000)
        return callAppointmentFlow(client)
      }),
    )
    return calls.every(({ report }) => report.answeredAt !== undefined) ? Math.round(highest) : Number.NaN
  } finally {
    clearInterval(timer)
  }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
