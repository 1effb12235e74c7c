import type { Line } from '@parley/testing'
import type { Figures } from '../benchmarks.ts'
import { median, quantile } from '../numbers.ts'
import { announcements } from './flows.ts'
import { type Transport, type VoiceBench, voiceBench } from './voice-bench.ts'

const callsAtOnce = 3
const interruptionsPerCall = 11
const maxCallMs = 120_000
const interruption = 'when are you open'
/** Shows that somebody listens; no interruption. */
const backchannel = 'Uh-huh.'
/** Into the announcement: spread, so that no beat of frames or timers is always met alike. */
const earliestMs = 900
const spreadMs = 1_300

/** How fast the agent falls silent when the caller breaks in, and how fast it goes on when it was none; both at the caller. */
export async function bargein(onProgress: (line: string) => void): Promise<Figures> {
  const bench = await voiceBench([interruption, backchannel])
  try {
    const process = await bench.start(announcements())
    const times: Record<Transport, number[]> = { socket: [], room: [] }
    for (const transport of ['socket', 'room'] as const) {
      times[transport] = await interrupt(bench, process, transport, interruption, ({ bargeInMs }) => bargeInMs)
      onProgress(`${transport}: ${times[transport].length} interruptions, silent after ${median(times[transport])} ms`)
    }
    await process.stop()
    const listened = await bench.start(announcements({ breathless: true }))
    const resumed = await interrupt(bench, listened, 'socket', backchannel, ({ resumeMs }) => resumeMs)
    onProgress(`${resumed.length} times only listened to, went on after ${median(resumed)} ms`)
    await listened.stop()
    const ms = (value: number) => ({ value, unit: 'ms' })
    return {
      bargeInMsP50: ms(median(times.socket)),
      bargeInMsP99: ms(quantile(times.socket, 0.99)),
      bargeInRoomMsP50: ms(median(times.room)),
      bargeInRoomMsP99: ms(quantile(times.room, 0.99)),
      resumeMsP50: ms(median(resumed)),
      resumeMsP99: ms(quantile(resumed, 0.99)),
      resumes: { value: resumed.length, unit: '' },
    }
  } finally {
    await bench.stop()
  }
}

type Report = Awaited<ReturnType<VoiceBench['call']>>['report']

async function interrupt(
  bench: VoiceBench,
  process: Awaited<ReturnType<VoiceBench['start']>>,
  transport: Transport,
  text: string,
  time: (line: Report['lines'][number]) => number | undefined,
): Promise<number[]> {
  const utterance = bench.utterances.find((each) => each.text === text)
  if (!utterance) return []
  const lines = (caller: number) =>
    Array.from({ length: interruptionsPerCall }, (_, i): Line => {
      const share = ((i * callsAtOnce + caller) * 0.618) % 1
      return { name: text, pcm: utterance.caller, when: { intoSpeechMs: earliestMs + Math.round(share * spreadMs) } }
    })
  const calls = await Promise.all(
    Array.from({ length: callsAtOnce }, (_, caller) => bench.call(process, transport, lines(caller), maxCallMs)),
  )
  return calls.flatMap(({ report }) => report.lines.flatMap((line) => time(line) ?? []))
}
