import { audible, channelOf, rms, type Span, soundSpans, type Wav } from '@parley/testing'

/** Pauses shorter than this belong to what is being said: commas take up to 250 ms. */
const sentenceMs = 600
/** Of µ-law. */
const loudest = 32_124
/** Sound is this much louder than the noise of the line. */
const aboveNoise = 2.5

type Side = { peak: number; rms: number; clipped: number }
/** Durations in milliseconds unless told otherwise. */
export type CallFigures = {
  seconds: number
  caller: Side
  agent: Side
  callerSpans: Span[]
  agentSpans: Span[]
  /** From the end of each speech of the caller to the agent's next sound; what the agent talked through has none. */
  gaps: number[]
  /** From the caller's first sound to the agent's last one, for each time the caller spoke into the agent's speech. */
  bargeIns: number[]
  /** Between the end of the caller's speech and the end of the answer to it. */
  longestSilenceDue?: number
  /** Within what the agent says in one breath. */
  longestHole: number
}

/** What can be told from the recording alone: the caller on the left, the agent on the right. */
export function callFigures(recording: Wav): CallFigures {
  const { sampleRate } = recording
  const caller = channelOf(recording, 0)
  const agent = channelOf(recording, 1)
  const callerThreshold = Math.max(audible, aboveNoise * noiseOf(caller, sampleRate))
  const callerSpans = soundSpans(caller, sampleRate, sentenceMs, callerThreshold)
  const agentSpans = soundSpans(agent, sampleRate, 250)
  const pieces = soundSpans(agent, sampleRate, 20)
  const gaps: number[] = []
  const bargeIns: number[] = []
  const silences: number[] = []
  for (const [i, span] of callerSpans.entries()) {
    const spokenInto = agentSpans.find(({ fromMs, toMs }) => fromMs < span.fromMs && toMs > span.fromMs)
    if (spokenInto) bargeIns.push(spokenInto.toMs - span.fromMs)
    const nextAt = callerSpans[i + 1]?.fromMs ?? Number.POSITIVE_INFINITY
    const answer = agentSpans.filter(({ fromMs }) => fromMs >= span.toMs && fromMs < nextAt)
    if (!answer[0]) continue
    gaps.push(answer[0].fromMs - span.toMs)
    silences.push(...answer.map(({ fromMs }, at) => fromMs - (answer[at - 1]?.toMs ?? span.toMs)))
  }
  return {
    seconds: caller.length / sampleRate,
    caller: sideOf(caller, callerSpans, sampleRate),
    agent: sideOf(agent, agentSpans, sampleRate),
    callerSpans,
    agentSpans,
    gaps,
    bargeIns,
    ...(silences.length > 0 ? { longestSilenceDue: Math.max(...silences) } : {}),
    longestHole: Math.max(
      0,
      ...pieces
        .slice(1)
        .map(({ fromMs }, i) => fromMs - (pieces[i]?.toMs ?? fromMs))
        .filter((ms) => ms < sentenceMs),
    ),
  }
}

/** The median of 10 ms: less than half of a call is the caller's speech. */
function noiseOf(samples: Int16Array, sampleRate: number): number {
  const window = sampleRate / 100
  const levels = Array.from({ length: Math.floor(samples.length / window) }, (_, i) => rms(samples.subarray(i * window, (i + 1) * window)))
  return levels.sort((a, b) => a - b)[Math.floor(levels.length / 2)] ?? 0
}

function sideOf(samples: Int16Array, spans: readonly Span[], sampleRate: number): Side {
  const at = (ms: number) => Math.round((ms * sampleRate) / 1_000)
  const sounding = Int16Array.from(spans.flatMap(({ fromMs, toMs }) => [...samples.subarray(at(fromMs), at(toMs))]))
  return {
    peak: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    rms: Math.round(rms(sounding)),
    clipped: samples.reduce((count, sample) => count + (Math.abs(sample) >= loudest ? 1 : 0), 0),
  }
}
