import type { Figures } from '../benchmarks.ts'
import { median, quantile } from '../numbers.ts'
import { knownAnswers, liveAnswers, shortAnswers, wishes } from './flows.ts'
import type { SpokenUtterance } from './utterances.ts'
import { afterSilenceMs, type Called, conversation, type Transport, type VoiceBench, voiceBench } from './voice-bench.ts'

const callsAtOnce = 4
/** WebRTC costs the callers of a measurement as much as the agent. */
const roomsAtOnce = 2
const turnsPerCall = 9
const rounds = 2
const maxCallMs = 90_000
/** Delays of the stand-ins that are like those of good vendors. */
const realistic = { recognitionMs: 250, modelMs: 350, synthesisMs: 150 }

/** Answers with and without a pause in them; both nodes' questions take turns. */
const colours = [
  'Red.',
  'The green one, please.',
  'Blue, please.',
  'Um, the red one.',
  'Green.',
  'The blue one.',
  'Red, please.',
  'I think green.',
  'Well, blue.',
  'The red one, thank you.',
]
const confirmations = [
  'Yes.',
  'Yes, I am.',
  'Yes, of course.',
  'Yeah, sure.',
  'Yes, please.',
  'Absolutely.',
  'Yes, thank you.',
  'Sure.',
  'Yes, that is right.',
  'Okay, yes.',
]
const shortTurns = 40

/** The gaps of turns, from the caller's last sample to the first sound of the answer at the caller. */
export async function turn(onProgress: (line: string) => void): Promise<Figures> {
  const texts = [...wishes.flatMap(({ samples, unlike }) => [...samples, unlike]), ...colours, ...confirmations]
  const bench = await voiceBench(texts)
  try {
    const said = (wanted: readonly string[]) => wanted.flatMap((text) => bench.utterances.filter((utterance) => utterance.text === text))
    const samples = said(wishes.flatMap((wish) => wish.samples))
    const unlike = said(wishes.map((wish) => wish.unlike))

    const known = await bench.start(knownAnswers())
    const own: Record<Transport, Measured> = {
      socket: await measure(bench, known, 'socket', samples, onProgress),
      room: await measure(bench, known, 'room', samples, onProgress),
    }
    await known.stop()

    await bench.vendors.setDelays(realistic)
    bench.model.setFault({ slowMs: realistic.modelMs })
    const live = await bench.start(liveAnswers(), { withModel: true })
    const late = await measure(bench, live, 'socket', unlike, onProgress)
    await live.stop()
    await bench.vendors.setDelays({ recognitionMs: 0, synthesisMs: 0 })
    bench.model.setFault(null)

    const short = await bench.start(shortAnswers())
    const pairs = Array.from({ length: shortTurns / 2 }, (_, i) => [
      colours[i % colours.length] ?? '',
      confirmations[i % confirmations.length] ?? '',
    ]).flat()
    const quick = await measureShort(bench, short, said(pairs), onProgress)
    await short.stop()

    const ms = (value: number) => ({ value, unit: 'ms' })
    return {
      ownShareSocketMsP50: ms(median(own.socket.ownShares)),
      ownShareSocketMsP99: ms(quantile(own.socket.ownShares, 0.99)),
      ownShareRoomMsP50: ms(median(own.room.ownShares)),
      ownShareRoomMsP99: ms(quantile(own.room.ownShares, 0.99)),
      gapSocketMsP50: ms(median(own.socket.gaps)),
      gapRoomMsP50: ms(median(own.room.gaps)),
      knownWordsMsP99: ms(quantile([...own.socket.knownWords, ...own.room.knownWords], 0.99)),
      realisticGapMsP50: ms(median(late.gaps)),
      realisticGapMsP95: ms(quantile(late.gaps, 0.95)),
      shortAnswerGapMsP50: ms(median(quick.gaps)),
      cutOffPercent: { value: quick.cutOffPercent, unit: '%' },
      turns: { value: own.socket.gaps.length + own.room.gaps.length + late.gaps.length + quick.gaps.length, unit: '' },
    }
  } finally {
    await bench.stop()
  }
}

type Measured = { gaps: number[]; ownShares: number[]; knownWords: number[] }

async function measure(
  bench: VoiceBench,
  process: Process,
  transport: Transport,
  said: SpokenUtterance[],
  onProgress: (line: string) => void,
): Promise<Measured> {
  const calls: Called[] = []
  for (let round = 0; round < rounds; round += 1) {
    const placed = Array.from({ length: transport === 'room' ? roomsAtOnce : callsAtOnce }, (_, caller) => {
      const lines = Array.from({ length: turnsPerCall }, (_, i) => said[(i + caller + round) % said.length]).flatMap((each) => each ?? [])
      return bench.call(process, transport, conversation(lines), maxCallMs)
    })
    calls.push(...(await Promise.all(placed)))
  }
  const turns = calls.flatMap(turnsOf)
  const gaps = turns.map(({ gapMs }) => gapMs)
  onProgress(`${transport}: ${gaps.length} turns, gap ${median(gaps)} ms, at most ${Math.max(...gaps)} ms`)
  return { gaps, ownShares: turns.map(({ ownMs }) => ownMs), knownWords: turns.map(({ knownMs }) => knownMs) }
}

type Process = Awaited<ReturnType<VoiceBench['start']>>

/** Each line of the caller with what the worker believes of its turn. */
function turnsOf({ report, timings }: Called) {
  return report.lines.flatMap(({ gapMs, endedAt }) => {
    const timing = timings.find(({ speechEndAt = 0 }) => Math.abs(speechEndAt - endedAt) < afterSilenceMs)
    const { speechEndAt, endOfTurnAt, firstFrameAt } = timing ?? {}
    if (gapMs === undefined || speechEndAt === undefined || endOfTurnAt === undefined || firstFrameAt === undefined) return []
    return [{ gapMs, ownMs: gapMs - (endOfTurnAt - speechEndAt), knownMs: firstFrameAt - endOfTurnAt }]
  })
}

/** Short answers; a turn that was ended before its words were said is cut off. */
async function measureShort(bench: VoiceBench, process: Process, said: SpokenUtterance[], onProgress: (line: string) => void) {
  const called = await Promise.all(
    [0, 1, 2, 3].map((part) =>
      bench.call(process, 'socket', conversation(said.slice((part * said.length) / 4, ((part + 1) * said.length) / 4)), maxCallMs),
    ),
  )
  let cutOff = 0
  for (const { report, timings } of called) {
    for (const { startedAt, endedAt } of report.lines) {
      if (timings.some(({ endOfTurnAt = 0 }) => endOfTurnAt > startedAt && endOfTurnAt < endedAt)) cutOff += 1
    }
  }
  const spoken = called.flatMap(({ report }) => report.lines)
  const gaps = spoken.flatMap(({ gapMs }) => gapMs ?? [])
  onProgress(`short answers: ${spoken.length} turns, gap ${median(gaps)} ms, ${cutOff} cut off`)
  return { gaps, cutOffPercent: Math.round((1_000 * cutOff) / Math.max(1, spoken.length)) / 10 }
}
