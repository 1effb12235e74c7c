import { setTimeout as delay } from 'node:timers/promises'
import type { BenchmarkOptions, Figures } from '../benchmarks.ts'
import { median, quantile } from '../numbers.ts'
import { knownAnswers, wishes } from './flows.ts'
import { type Called, conversation, type Transport, type VoiceBench, voiceBench } from './voice-bench.ts'
import type { VoiceProcess } from './voice-process.ts'

const usualMinutes = 60
/** On the line at every moment. */
const callers: readonly Transport[] = ['socket', 'socket', 'socket', 'room']
const turnsPerCall = 8
const maxCallMs = 120_000
const sampleEveryMs = 30_000
/** Everything is loaded and every buffer has grown to its size after this share of the time. */
const warmUpShare = 0.25
/** Flat: no more growth than this from the first to the last quarter after warming up. The room client leaks about 0.5 MB a room natively. */
const mostSocketGrowthMb = 10
const leakMbPerRoom = 0.5
const mostDescriptorGrowth = 8

type Sample = { memoryMb: number; descriptors: number; rooms: number }

/** Calls without an end, one after the other on several lines: memory and descriptors of the process over time. Throws when they are not flat. */
export async function soak(onProgress: (line: string) => void, { minutes = usualMinutes }: BenchmarkOptions): Promise<Figures> {
  const bench = await voiceBench(wishes.flatMap(({ samples }) => samples))
  try {
    const process = await bench.start(knownAnswers())
    const untilAt = Date.now() + minutes * 60_000
    const called: Called[] = []
    const samples: Sample[] = []
    let rooms = 0
    const talking = callers.map(async (transport, line) => {
      for (let call = 0; Date.now() < untilAt; call += 1) {
        if (transport === 'room') rooms += 1
        called.push(await oneCall(bench, process, transport, line + call))
      }
    })
    while (Date.now() < untilAt) {
      await delay(Math.min(sampleEveryMs, Math.max(0, untilAt - Date.now())))
      const { memoryMb, descriptors } = await process.use()
      samples.push({ memoryMb, descriptors, rooms })
      onProgress(`${called.length} calls: ${Math.round(memoryMb)} MB, ${descriptors} descriptors`)
    }
    await Promise.all(talking)
    await process.stop()
    return figuresOf(called, samples)
  } finally {
    await bench.stop()
  }
}

function oneCall(bench: VoiceBench, process: VoiceProcess, transport: Transport, first: number): Promise<Called> {
  const said = Array.from({ length: turnsPerCall }, (_, i) => bench.utterances[(first + i) % bench.utterances.length])
  return bench.call(process, transport, conversation(said.flatMap((each) => each ?? [])), maxCallMs)
}

function figuresOf(called: readonly Called[], samples: readonly Sample[]): Figures {
  const settled = samples.slice(Math.floor(samples.length * warmUpShare))
  const quarter = Math.max(1, Math.floor(settled.length / 4))
  const [first, last] = [settled.slice(0, quarter), settled.slice(-quarter)]
  const growth = (of: (sample: Sample) => number) => median(last.map(of)) - median(first.map(of))
  const memoryGrowthMb = growth(({ memoryMb }) => memoryMb)
  const descriptorGrowth = growth(({ descriptors }) => descriptors)
  const allowedMb = mostSocketGrowthMb + leakMbPerRoom * growth(({ rooms }) => rooms)
  if (memoryGrowthMb > allowedMb || descriptorGrowth > mostDescriptorGrowth)
    throw new Error(`Not flat: ${memoryGrowthMb} MB (${allowedMb} allowed) and ${descriptorGrowth} descriptors more at the end.`)
  const gaps = called.map(({ report }) => report.lines.flatMap(({ gapMs }) => gapMs ?? []))
  const half = Math.floor(gaps.length / 2)
  const figure = (value: number, unit: string) => ({ value: Math.round(value * 10) / 10, unit })
  return {
    calls: figure(called.length, ''),
    turns: figure(gaps.flat().length, ''),
    memoryMbAfterWarmUp: figure(median(first.map(({ memoryMb }) => memoryMb)), 'MB'),
    memoryGrowthMb: figure(memoryGrowthMb, 'MB'),
    roomsWhileGrowing: figure(
      growth(({ rooms }) => rooms),
      '',
    ),
    descriptorsAfterWarmUp: figure(median(first.map(({ descriptors }) => descriptors)), ''),
    descriptorGrowth: figure(descriptorGrowth, ''),
    gapMsP50FirstHalf: figure(median(gaps.slice(0, half).flat()), 'ms'),
    gapMsP50SecondHalf: figure(median(gaps.slice(half).flat()), 'ms'),
    gapMsP99: figure(quantile(gaps.flat(), 0.99), 'ms'),
  }
}
