import { setTimeout as delay } from 'node:timers/promises'
import type { Figures } from '../benchmarks.ts'
import { median, quantile } from '../numbers.ts'
import { shortAnswers } from './flows.ts'
import type { SpokenUtterance } from './utterances.ts'
import { conversation, type Transport, type VoiceBench, voiceBench } from './voice-bench.ts'
import type { VoiceProcess } from './voice-process.ts'

const texts = ['Green.', 'Yes I am.', 'The blue one.', 'Yes.'] as const
/** Who hears the ends of turns, on which line; how many calls at once. */
const kinds = {
  socket: { transport: 'socket', levels: [10, 40], recognitionModel: undefined },
  providerTurns: { transport: 'socket', levels: [10, 60], recognitionModel: 'flux-general-en' },
  room: { transport: 'room', levels: [2, 8], recognitionModel: undefined },
} as const satisfies Record<string, { transport: Transport; levels: readonly number[]; recognitionModel: string | undefined }>
type Kind = keyof typeof kinds
const turnsPerCall = 12
/** Calls begin one after the other, as calls do. */
const apartMs = 60
const settleMs = 3_000
const measuredMs = 20_000
const maxCallMs = 90_000
const mostLateMs = 20

type Level = { calls: number; coresUsed: number; memoryMb: number; lateMsP99: number; gaps: number[] }

/** How many calls a process conducts on a core: a choice and a yes in turn, end of turn after 200 ms of silence. */
export async function density(onProgress: (line: string) => void): Promise<Figures> {
  const bench = await voiceBench(texts)
  try {
    const said = texts.flatMap((text) => bench.utterances.filter((utterance) => utterance.text === text))
    const measured: Record<Kind, Level[]> = { socket: [], providerTurns: [], room: [] }
    for (const kind of ['socket', 'providerTurns', 'room'] as const) {
      for (const calls of kinds[kind].levels) {
        const level = await measure(bench, kinds[kind], calls, said)
        onProgress(
          `${calls} calls (${kind}): ${Math.round((level.coresUsed / calls) * 1_000) / 10} % of a core and ${Math.round((level.memoryMb / calls) * 10) / 10} MB a call, gap ${median(level.gaps)} ms, frames late ${level.lateMsP99} ms`,
        )
        measured[kind].push(level)
      }
    }
    const [few, many] = [measured.socket[0], measured.socket.at(-1)]
    /** In a room nobody sees frames come late; there the gap must not have doubled. */
    const holds = (level: Level, first: Level | undefined) =>
      Number.isNaN(level.lateMsP99) ? median(level.gaps) <= 2 * median(first?.gaps ?? []) : level.lateMsP99 <= mostLateMs
    const perCore = ([first, last]: readonly Level[]) => (last && holds(last, first) ? Math.floor(last.calls / last.coresUsed) : 0)
    const round = (value: number) => Math.round(value * 100) / 100
    return {
      socketCallsPerCore: { value: perCore(measured.socket), unit: '' },
      socketCallsPerCoreProviderTurns: { value: perCore(measured.providerTurns), unit: '' },
      roomsPerCore: { value: perCore(measured.room), unit: '' },
      memoryMbPerSocketCall: { value: round((many?.memoryMb ?? Number.NaN) / (many?.calls ?? 1)), unit: 'MB' },
      corePercentPerSocketCall: { value: round((100 * (many?.coresUsed ?? Number.NaN)) / (many?.calls ?? 1)), unit: '%' },
      lateFrameMsP99At40: { value: many?.lateMsP99 ?? Number.NaN, unit: 'ms' },
      gapMsP50At10: { value: median(few?.gaps ?? []), unit: 'ms' },
      gapMsP95At10: { value: quantile(few?.gaps ?? [], 0.95), unit: 'ms' },
      gapMsP50At40: { value: median(many?.gaps ?? []), unit: 'ms' },
      gapMsP95At40: { value: quantile(many?.gaps ?? [], 0.95), unit: 'ms' },
    }
  } finally {
    await bench.stop()
  }
}

async function measure(
  bench: VoiceBench,
  { transport, recognitionModel }: (typeof kinds)[Kind],
  calls: number,
  said: SpokenUtterance[],
): Promise<Level> {
  const process: VoiceProcess = await bench.start(shortAnswers('short'), { recognitionModel })
  try {
    await delay(settleMs)
    const before = await process.use()
    const lines = Array.from({ length: turnsPerCall }, (_, i) => said[i % said.length]).flatMap((each) => each ?? [])
    const talking = Array.from({ length: calls }, async (_, i) => {
      await delay(i * apartMs)
      return bench.call(process, transport, conversation(lines), maxCallMs)
    })
    await delay(calls * apartMs + settleMs)
    const from = await process.use()
    await delay(measuredMs)
    const to = await process.use()
    const called = await Promise.all(talking)
    const late = called.flatMap(({ report }) => report.lateMs)
    return {
      calls,
      coresUsed: (to.cpuSeconds - from.cpuSeconds) / (measuredMs / 1_000),
      memoryMb: to.memoryMb - before.memoryMb,
      lateMsP99: quantile(late, 0.99),
      gaps: called.flatMap(({ report }) => report.lines.flatMap(({ gapMs }) => gapMs ?? [])),
    }
  } finally {
    await process.stop()
  }
}
