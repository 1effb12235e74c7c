import type { Expectation, Language } from '@parley/flow-runtime'
import type { ProviderTurn, Transcript } from '../speech/recogniser.ts'
import { isBackchannel } from './backchannel.ts'
import { areOwnWords } from './own-words.ts'
import { isFree, patienceMs, turnTimes } from './patience.ts'
import { forgetWords, goesOn, hear, isOwed, openTurn, type Turn, wordsOf } from './turn.ts'
import { createVoiceRuns, type VoiceFrame } from './voice-run.ts'
import { wordsSoFar } from './words-so-far.ts'

/** What the agent's mouth does: nothing, about to speak, a speech that may be interrupted, or one that may not. */
export type Speaking = { kind: 'silent' | 'preparing' } | { kind: 'interruptible' | 'protected'; startedAt: number; text: string }

/** What is listened for. `askAfterMs`: silence after which the recogniser may be asked without harm to what follows; absent: not before the end. */
export type ListenFor = { expectation: Pick<Expectation, 'kind' | 'patience'>; language: Language; timeoutMs: number } & Manner
/** `providerTurns`: the provider says when a turn is over; our own patience is only for the case that it does not. */
export type Manner = { askAfterMs?: number | undefined; providerTurns?: boolean | undefined }

export type TurnInput =
  | ({ type: 'frame' } & VoiceFrame)
  | { type: 'transcript'; at: number; transcript: Transcript }
  /** The provider's own opinion about the turn. */
  | { type: 'providerTurn'; at: number; turn: ProviderTurn }
  /** `asks`: answers that the new one was asked for. */
  | ({ type: 'recogniserRestarted'; asks: number } & Manner)
  | ({ type: 'listen'; at: number } & ListenFor)
  | { type: 'stopListening' }
  | { type: 'speaking'; at: number; speaking: Speaking }
  /** The sound of the last words was judged. */
  | { type: 'judged'; at: number; finished: boolean }
  | { type: 'tick'; at: number }

export type TurnDecision =
  /** Voice, perhaps speech: the recogniser should hear everything from here. */
  | { type: 'voiceBegan'; onsetAt: number }
  /** Perhaps an interruption: the running speech waits, and goes on when it was none. */
  | { type: 'hold' | 'goOn' }
  | { type: 'bargeIn'; onsetAt: number }
  /** The contact has fallen silent: the recogniser should answer now. */
  | { type: 'finalize' }
  /** A pause in free speech: its sound should be judged. */
  | { type: 'judge' }
  /** Perhaps all that will be said: the answer to it may be prepared. */
  | { type: 'maySay'; text: string; confidence: number; language?: Language }
  | {
      type: 'turnEnded'
      text: string
      confidence: number
      language?: Language
      speechEndAt: number
      endOfTurnAt: number
      finalTranscriptAt?: number
    }
  /** There was a sound, but no words in it. */
  | { type: 'noise' }
  /** The turn is being ended although the voice goes on. */
  | { type: 'tooLong' }
  | { type: 'contactSilent' }
  /** Clear speech and not one message about it, so often so far. */
  | { type: 'recogniserSilent'; tries: number }

/**
 * Decides when the contact interrupts, has finished, or says nothing. Pure: knows audio only as frames with the
 * probability of voice, and time only from its inputs (one clock, milliseconds). Inputs come in the order of their time.
 */
export function createTurnTaker({ minSpeechMs }: { minSpeechMs: number }) {
  const voice = createVoiceRuns(turnTimes.floorMs)
  let speaking: Speaking = { kind: 'silent' }
  /** The end of the last speech that could be interrupted. */
  let spokeUntil = Number.NEGATIVE_INFINITY
  let listening: (ListenFor & { since: number }) | undefined
  let turn: Turn | undefined
  let bargedIn = false
  let held = false
  let lastFrameAt = Number.NEGATIVE_INFINITY
  let lastVoiceAt = Number.NEGATIVE_INFINITY
  /** A turn was too long and its voice goes on: it neither holds the floor nor interrupts. */
  let disregarded = false
  /** The end of the speech that was answered: it holds the floor no more. */
  let committedUntil = Number.NEGATIVE_INFINITY
  let now = 0

  const isOver = () => speaking.kind === 'interruptible' || speaking.kind === 'preparing'
  /** Words over the agent's that are no interruption: a sign of listening, or the agent's own voice come back. */
  function isNoInterruption(words: string): boolean {
    if (speaking.kind === 'interruptible' && areOwnWords(words, speaking.text)) return true
    return listening !== undefined && isBackchannel(words, listening.expectation.kind, listening.language)
  }

  /** All of the turn was spoken over a speech that is over by now, and only showed that somebody listens. */
  const onlyListened = ({ overSpeech, lastVoicedAt }: Turn, words: string) =>
    overSpeech &&
    lastVoicedAt <= spokeUntil &&
    listening !== undefined &&
    isBackchannel(words, listening.expectation.kind, listening.language)

  function patienceOf(current: Turn, { expectation, language, providerTurns }: ListenFor): number {
    if (providerTurns) return turnTimes.silentProviderMs
    return patienceMs(expectation, { words: wordsSoFar(wordsOf(current).text, expectation.kind, language), finished: current.finished })
  }

  function onFrame(frame: VoiceFrame): TurnDecision[] {
    lastFrameAt = frame.at
    if (speaking.kind === 'protected') return []
    const voiced = voice.add(frame)
    const run = voice.current()
    if (!run) bargedIn = false
    if (voiced) lastVoiceAt = frame.at
    if (frame.at - lastVoiceAt >= turnTimes.floorMs) disregarded = false
    const decisions: TurnDecision[] = []
    if (voiced && run && listening) {
      if (!turn) {
        turn = openTurn(run.onsetAt, run.lastVoicedAt, { overSpeech: isOver() })
        turn.voicedMs = run.voicedMs - frame.durationMs
        decisions.push({ type: 'voiceBegan', onsetAt: run.onsetAt })
      }
      turn.voicedMs += frame.durationMs
      goesOn(turn, run.lastVoicedAt)
    }
    return [...decisions, ...interruption(frame.at), ...advance(frame.at)]
  }

  const mayInterrupt = (at: number) =>
    speaking.kind === 'interruptible' && !bargedIn && at - speaking.startedAt >= turnTimes.interruptibleAfterMs

  function bargeIn(onsetAt: number): TurnDecision[] {
    bargedIn = true
    held = false
    return [{ type: 'bargeIn', onsetAt }]
  }

  /** The speech is held at the first sound; words or a long voice cut it, anything else lets it go on. */
  function interruption(at: number): TurnDecision[] {
    if (!mayInterrupt(at)) return []
    const run = disregarded ? undefined : voice.current()
    const certainMs = listening ? Math.max(minSpeechMs, turnTimes.certainInterruptionMs) : minSpeechMs
    if (run && run.voicedMs >= certainMs) return bargeIn(run.onsetAt)
    const sounds = run !== undefined && run.voicedMs >= turnTimes.holdAfterMs && at - run.lastVoicedAt < turnTimes.goOnAfterMs
    const isKnown = turn !== undefined && turn.heardAt > turn.lastVoicedAt && isNoInterruption(wordsOf(turn).text)
    const undecided = turn !== undefined && !isKnown && turn.voicedMs >= minSpeechMs && at - turn.lastVoicedAt < turnTimes.decideWithinMs
    if (held === (sounds || (held && undecided))) return []
    held = !held
    return [{ type: held ? 'hold' : 'goOn' }]
  }

  /** What time alone brings about in a running turn. */
  function advance(at: number): TurnDecision[] {
    if (!turn || !listening) return []
    const silentMs = at - turn.lastVoicedAt
    if (turn.voicedMs < turnTimes.minSpeechMs) return silentMs >= turnTimes.forgetAfterMs ? dismiss(at) : []
    const current = turn
    const isTooLongNow = !current.tooLong && at - current.onsetAt >= turnTimes.maxTurnMs
    if (isTooLongNow) current.tooLong = true
    const isOverNow = current.tooLong || silentMs >= patienceOf(current, listening)
    const decisions: TurnDecision[] = isTooLongNow ? [{ type: 'tooLong' }] : []
    decisions.push(...ask(current, listening, silentMs, isOverNow), ...judge(current, listening, silentMs))
    if (isOverNow) decisions.push(...end(current, at))
    else current.endOfTurnAt = current.deadlineAt = undefined
    return turn === current ? [...decisions, ...foresee(current, silentMs)] : decisions
  }

  function ask(current: Turn, { askAfterMs }: ListenFor, silentMs: number, isOverNow: boolean): TurnDecision[] {
    const isDue = isOverNow || (askAfterMs !== undefined && silentMs >= askAfterMs)
    if (!isDue || current.asked || current.settledAt !== undefined) return []
    current.asked = true
    current.asks += 1
    return [{ type: 'finalize' }]
  }

  function judge(current: Turn, { expectation }: ListenFor, silentMs: number): TurnDecision[] {
    if (current.judged || silentMs < turnTimes.judgeAfterMs || !isFree(expectation)) return []
    current.judged = true
    return [{ type: 'judge' }]
  }

  function foresee(current: Turn, silentMs: number): TurnDecision[] {
    const said = wordsOf(current)
    const { text } = said
    const isNews = text !== '' && text !== current.foreseen && current.heardAt > current.lastVoicedAt
    if (!isNews || silentMs < turnTimes.pauseMs) return []
    current.foreseen = text
    return [{ type: 'maySay', ...said }]
  }

  /** The patience is over: the turn ends with its last words, or without them at its deadline. */
  function end(ended: Turn, at: number): TurnDecision[] {
    if (ended.endOfTurnAt === undefined) {
      ended.endOfTurnAt = at
      ended.deadlineAt = Math.max(ended.lastVoicedAt + turnTimes.finalDeadlineMs, at + turnTimes.finalDeadlineMs / 2)
    }
    if (ended.settledAt !== undefined) return wordsOf(ended).text ? commit(ended) : dismiss(at)
    if (at < (ended.deadlineAt ?? Number.POSITIVE_INFINITY)) return []
    if (wordsOf(ended).text) return commit(ended)
    if (ended.voicedMs < turnTimes.certainSpeechMs) return dismiss(at)
    const heardFrom = Math.max(ended.lastVoicedAt, ended.heardSince)
    const waitsUntil = heardFrom + turnTimes.silentRecogniserMs * (isOwed(ended) ? 2 : 1)
    if (at < waitsUntil && (ended.messages === 0 || isOwed(ended))) {
      ended.deadlineAt = waitsUntil
      return []
    }
    if (ended.messages > 0) return dismiss(at)
    ended.silentTries += 1
    ended.deadlineAt = at + turnTimes.silentRecogniserMs
    return [{ type: 'recogniserSilent', tries: ended.silentTries }]
  }

  function onTranscript(transcript: Transcript, at: number): TurnDecision[] {
    if (!listening) return []
    if (!turn && (!transcript.text || speaking.kind === 'protected')) return []
    turn ??= openTurn(at, at, { byWords: true, overSpeech: isOver() })
    if (turn.byWords) turn.lastVoicedAt = at
    hear(turn, transcript, at)
    if (turn.endOfTurnAt !== undefined && transcript.isFinal && !transcript.settled) {
      turn.deadlineAt = Math.min(turn.deadlineAt ?? at, at + turnTimes.moreFinalsMs)
    }
    return [...interruptedBy(turn, wordsOf(turn).text), ...advance(at)]
  }

  /** Words decide that a voice over the agent's is an interruption. */
  function interruptedBy({ overSpeech, onsetAt }: Turn, text: string): TurnDecision[] {
    return overSpeech && mayInterrupt(now) && text !== '' && !isNoInterruption(text) ? bargeIn(onsetAt) : []
  }

  /** The provider hears the ends of turns itself: no silence of ours is waited for. */
  function onProviderTurn({ kind, text, confidence, language }: ProviderTurn, at: number): TurnDecision[] {
    if (!listening || speaking.kind === 'protected') return []
    if (kind === 'resumed') {
      if (turn) turn.foreseen = ''
      return []
    }
    if (!turn && text === '') return []
    turn ??= openTurn(at, at, { byWords: true, overSpeech: isOver() })
    turn.finals = [{ text, confidence, isFinal: true, settled: kind === 'ended', ...(language ? { language } : {}) }]
    turn.interim = undefined
    turn.messages += 1
    turn.heardAt = at + 1
    const isWhole = kind === 'eager' && wordsSoFar(text, listening.expectation.kind, listening.language) === 'complete'
    if (kind !== 'ended' && !isWhole) return text !== '' ? [...interruptedBy(turn, text), ...foresee(turn, turnTimes.pauseMs)] : []
    turn.endOfTurnAt = turn.settledAt = at
    return text === '' ? dismiss(at) : commit(turn)
  }

  function commit(ended: Turn): TurnDecision[] {
    const said = wordsOf(ended)
    const interrupts = ended.overSpeech && mayInterrupt(now)
    if ((interrupts && isNoInterruption(said.text)) || onlyListened(ended, said.text)) return dismiss(now)
    const { lastVoicedAt: speechEndAt, endOfTurnAt = now, settledAt: finalTranscriptAt } = ended
    listening = turn = undefined
    committedUntil = speechEndAt
    const decision: TurnDecision = { type: 'turnEnded', ...said, speechEndAt, endOfTurnAt, finalTranscriptAt }
    if (ended.tooLong) disregardVoice()
    return [...(interrupts ? bargeIn(ended.onsetAt) : []), decision]
  }

  function dismiss(at: number): TurnDecision[] {
    const wasTooLong = turn?.tooLong === true
    turn = undefined
    if (wasTooLong) disregardVoice()
    return [{ type: 'noise' }, ...interruption(at), ...(wasTooLong ? silence(at) : [])]
  }

  /** The voice that goes on begins anew for the next turn. */
  function disregardVoice() {
    disregarded = true
    voice.reset()
  }

  /** Nothing was said in time. */
  function silence(at: number): TurnDecision[] {
    if (!listening || speaking.kind !== 'silent' || at - listening.since < listening.timeoutMs) return []
    listening = undefined
    return [{ type: 'contactSilent' }]
  }

  function onTick(at: number): TurnDecision[] {
    const audioAge = at - lastFrameAt
    const audioGone = audioAge >= turnTimes.audioGoneMs
    if (held && audioGone) return interruption(at)
    if (turn) {
      const mayDecide = turn.byWords || turn.endOfTurnAt !== undefined || audioGone || audioAge <= turnTimes.freshMs
      return mayDecide ? advance(at) : []
    }
    return silence(at)
  }

  return {
    /** The contact is speaking, or has spoken and the words are not here yet. */
    hasFloor(): boolean {
      if (disregarded) return false
      const run = voice.current()
      const speaks = run !== undefined && run.voicedMs >= minSpeechMs && run.lastVoicedAt > committedUntil
      // Whose words are late is told so: what the agent says then does not wait for them.
      return (turn !== undefined && turn.voicedMs >= turnTimes.minSpeechMs && turn.silentTries === 0) || speaks
    },

    /** Names the running turn and how far its voice went; undefined without one. */
    turn: () => turn && `${turn.onsetAt} ${turn.lastVoicedAt}`,

    /** The next instant at which time alone may decide something about the running turn. */
    nextAt(): number | undefined {
      if (!turn || !listening) return undefined
      const { askAfterMs } = listening
      const ends = turn.endOfTurnAt === undefined ? turn.lastVoicedAt + patienceOf(turn, listening) : turn.deadlineAt
      const asks = turn.asked || askAfterMs === undefined ? undefined : turn.lastVoicedAt + askAfterMs
      return asks === undefined ? ends : Math.min(asks, ends ?? asks)
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
        case 'providerTurn':
          return onProviderTurn(input.turn, input.at)
        case 'judged':
          if (turn) turn.finished = input.finished
          return advance(input.at)
        case 'recogniserRestarted':
          if (listening) Object.assign(listening, { askAfterMs: input.askAfterMs, providerTurns: input.providerTurns })
          if (turn) forgetWords(turn, input.asks, now)
          return []
        case 'listen':
          listening = { ...input, since: input.at }
          turn = undefined
          return []
        case 'stopListening':
          listening = turn = undefined
          return []
        case 'speaking':
          if (speaking.kind === 'interruptible') spokeUntil = input.at
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
