import type { Transcript } from '../speech/recogniser.ts'
import { turnTimes } from './patience.ts'
import { hear, openTurn, type Turn, wordsOf } from './turn.ts'
import { createVoiceRuns, type VoiceFrame } from './voice-run.ts'

/** What the agent's mouth does: nothing, about to speak, a speech that may be interrupted, or one that may not. */
export type Speaking = { kind: 'silent' | 'preparing' } | { kind: 'interruptible' | 'protected'; startedAt: number }

export type TurnInput =
  | ({ type: 'frame' } & VoiceFrame)
  | { type: 'transcript'; at: number; transcript: Transcript }
  | { type: 'recogniserRestarted' }
  | { type: 'listen'; at: number; patienceMs: number; timeoutMs: number }
  | { type: 'stopListening' }
  | { type: 'speaking'; at: number; speaking: Speaking }
  | { type: 'tick'; at: number }

export type TurnDecision =
  /** Voice, perhaps speech: the recogniser should hear everything from here. */
  | { type: 'voiceBegan'; onsetAt: number }
  /** Perhaps an interruption: the running speech waits, and goes on when it was none. */
  | { type: 'hold' | 'goOn' }
  | { type: 'bargeIn'; onsetAt: number }
  /** The contact has fallen silent: the recogniser should answer now. */
  | { type: 'finalize' }
  | { type: 'turnEnded'; text: string; confidence: number; speechEndAt: number; endOfTurnAt: number; finalTranscriptAt?: number }
  /** There was a sound, but no words in it. */
  | { type: 'noise' }
  | { type: 'contactSilent' }
  /** Clear speech and not one message about it, for the first or the second time. */
  | { type: 'recogniserSilent'; tries: number }

type Listening = { patienceMs: number; timeoutMs: number; since: number }

/**
 * Decides when the contact interrupts, has finished, or says nothing. Pure: knows audio only as frames with the
 * probability of voice, and time only from its inputs (one clock, milliseconds). Inputs come in the order of their time.
 */
export function createTurnTaker({ minSpeechMs }: { minSpeechMs: number }) {
  const voice = createVoiceRuns(turnTimes.floorMs)
  let speaking: Speaking = { kind: 'silent' }
  let listening: Listening | undefined
  let turn: Turn | undefined
  let bargedIn = false
  let held = false
  let lastFrameAt = Number.NEGATIVE_INFINITY
  let now = 0

  function onFrame(frame: VoiceFrame): TurnDecision[] {
    lastFrameAt = frame.at
    if (speaking.kind === 'protected') return []
    const voiced = voice.add(frame)
    const run = voice.current()
    if (!run) bargedIn = false
    const decisions: TurnDecision[] = []
    if (voiced && run && listening) {
      if (!turn) {
        turn = openTurn(run.onsetAt, run.lastVoicedAt)
        turn.voicedMs = run.voicedMs - frame.durationMs
        decisions.push({ type: 'voiceBegan', onsetAt: run.onsetAt })
      }
      turn.voicedMs += frame.durationMs
      turn.lastVoicedAt = run.lastVoicedAt
      turn.byWords = false
      turn.settledAt = turn.endOfTurnAt = turn.deadlineAt = undefined
    }
    return [...decisions, ...interruption(frame.at), ...advance(frame.at)]
  }

  function interruption(at: number): TurnDecision[] {
    if (speaking.kind !== 'interruptible' || bargedIn || at - speaking.startedAt < turnTimes.interruptibleAfterMs) return []
    const run = voice.current()
    if (run && run.voicedMs >= minSpeechMs) {
      bargedIn = true
      held = false
      return [{ type: 'bargeIn', onsetAt: run.onsetAt }]
    }
    if (held === (run !== undefined && run.voicedMs >= turnTimes.holdAfterMs && at - run.lastVoicedAt < turnTimes.goOnAfterMs)) return []
    held = !held
    return [{ type: held ? 'hold' : 'goOn' }]
  }

  /** What time alone brings about in a running turn. */
  function advance(at: number): TurnDecision[] {
    if (!turn || !listening) return []
    const silentMs = at - turn.lastVoicedAt
    if (turn.voicedMs < turnTimes.minSpeechMs) return silentMs >= turnTimes.forgetAfterMs ? dismiss() : []
    if (turn.endOfTurnAt === undefined) {
      if (silentMs < listening.patienceMs && at - turn.onsetAt < turnTimes.maxTurnMs) return []
      turn.endOfTurnAt = at
      if (turn.settledAt !== undefined && turn.finals.length > 0) return commit(turn)
      turn.deadlineAt = Math.max(turn.lastVoicedAt + turnTimes.finalDeadlineMs, at + turnTimes.finalDeadlineMs / 2)
      return [{ type: 'finalize' }]
    }
    if (at < (turn.deadlineAt ?? Number.POSITIVE_INFINITY)) return []
    if (wordsOf(turn).text) return commit(turn)
    if (turn.messages > 0 || turn.voicedMs < turnTimes.certainSpeechMs) return dismiss()
    if (at - turn.lastVoicedAt < turnTimes.silentRecogniserMs) {
      turn.deadlineAt = turn.lastVoicedAt + turnTimes.silentRecogniserMs
      return []
    }
    turn.silentTries += 1
    turn.deadlineAt = at + turnTimes.silentRecogniserMs
    return [{ type: 'recogniserSilent', tries: turn.silentTries }]
  }

  function onTranscript(transcript: Transcript, at: number): TurnDecision[] {
    if (!listening) return []
    if (!turn && (!transcript.text || speaking.kind === 'protected')) return []
    turn ??= openTurn(at, at, true)
    if (turn.byWords) turn.lastVoicedAt = at
    hear(turn, transcript, at)
    if (turn.endOfTurnAt === undefined || !transcript.isFinal) return []
    if (transcript.settled) return turn.finals.length > 0 ? commit(turn) : dismiss()
    turn.deadlineAt = Math.min(turn.deadlineAt ?? at, at + turnTimes.moreFinalsMs)
    return []
  }

  function commit(ended: Turn): TurnDecision[] {
    const { text, confidence } = wordsOf(ended)
    listening = turn = undefined
    const { lastVoicedAt: speechEndAt, endOfTurnAt = now, settledAt: finalTranscriptAt } = ended
    return [{ type: 'turnEnded', text, confidence, speechEndAt, endOfTurnAt, finalTranscriptAt }]
  }

  function dismiss(): TurnDecision[] {
    turn = undefined
    return [{ type: 'noise' }]
  }

  function onTick(at: number): TurnDecision[] {
    const audioGone = at - lastFrameAt >= turnTimes.audioGoneMs
    if (held && audioGone) return interruption(at)
    if (turn) return turn.byWords || turn.endOfTurnAt !== undefined || audioGone ? advance(at) : []
    if (!listening || speaking.kind !== 'silent' || at - listening.since < listening.timeoutMs) return []
    listening = undefined
    return [{ type: 'contactSilent' }]
  }

  return {
    /** The contact is speaking, or has spoken and the words are not here yet. */
    hasFloor(): boolean {
      const run = voice.current()
      return (turn?.voicedMs ?? 0) >= turnTimes.minSpeechMs || (run?.voicedMs ?? 0) >= minSpeechMs
    },

    handle(input: TurnInput): TurnDecision[] {
      if ('at' in input) now = input.at
      switch (input.type) {
        case 'frame':
          return onFrame(input)
        case 'tick':
          return onTick(input.at)
        case 'transcript':
          return onTranscript(input.transcript, input.at)
        case 'recogniserRestarted':
          if (turn) Object.assign(turn, { finals: [], interim: undefined, messages: 0, settledAt: undefined })
          return []
        case 'listen':
          listening = { patienceMs: input.patienceMs, timeoutMs: input.timeoutMs, since: input.at }
          turn = undefined
          return []
        case 'stopListening':
          listening = turn = undefined
          return []
        case 'speaking':
          speaking = input.speaking
          bargedIn = held = false
          if (speaking.kind === 'silent' && listening) listening.since = Math.max(listening.since, input.at)
          if (speaking.kind === 'protected') {
            voice.reset()
            turn = undefined
          }
          return []
      }
    },
  }
}
