import type { EffectOf, FailureStage, Json, Language, TurnTiming } from '@parley/flow-runtime'
import type { Judgement } from './machine-detection/judgement.ts'

/** What reached the contact of one speech. `heard` are whole words; `failure` when the audio could not be made. */
export type SpeechResult = Pick<TurnTiming, 'firstAudioAt' | 'firstFrameAt' | 'audio' | 'foreseen'> & {
  completed: boolean
  heard: string
  failure?: { stage: FailureStage; code: string }
}

/** What the line tells the conductor. `listenId` is the id of the listen effect it answers. */
export type PortEvent =
  | {
      type: 'contactSaid'
      listenId: string
      text: string
      confidence: number
      language: Language
      timing: Pick<TurnTiming, 'speechEndAt' | 'endOfTurnAt' | 'finalTranscriptAt'>
    }
  /** The contact pauses: perhaps this is all they will say. The answer may be prepared; nothing is committed. */
  | { type: 'contactMaySay'; listenId: string; text: string; confidence: number; language: Language }
  | { type: 'contactSilent'; listenId: string }
  /** The contact has spoken and the words of it are late; they still count. */
  | { type: 'recognitionLate' }
  | { type: 'keyPressed'; key: string }
  /** What the first seconds showed, and by what. */
  | { type: 'answeredBy'; judgement: Judgement }
  /** A machine answered instead of a person. */
  | { type: 'machineDetected' }
  /** Something a `wait` node may wait for; `beep`: the machine records now, `data` tells of the beep there was. */
  | { type: 'outsideEvent'; name: string; data: Json }
  /** Voice began while the agent spoke and stopped the speech; `afterMs` from onset to the cut. */
  | { type: 'bargedIn'; afterMs: number }
  /** The contact left, or the line is gone. */
  | { type: 'left'; by: 'contact' | 'system'; code?: string }
  | { type: 'failed'; stage: FailureStage; code: string }

export type Speech = Pick<EffectOf<'say'>, 'id' | 'text' | 'language' | 'interruptible' | 'voice'>
export type Listen = Pick<EffectOf<'listen'>, 'id' | 'language' | 'timeoutMs' | 'expectation' | 'keys'>
/** `language`: in which a colleague is spoken to. */
export type Transfer = Pick<EffectOf<'transfer'>, 'id' | 'to' | 'mode' | 'briefing' | 'timeoutMs'> & { language: Language }
export type TransferOutcome = 'connected' | 'failed' | 'declined' | 'noAnswer'

/**
 * One line with a contact at its other end: what the conductor speaks to. One implementation
 * (turn-taking/line-port.ts) over two lines: a LiveKit room (livekit/) and a carrier's socket (media-stream/).
 */
export type VoicePort = {
  /** Resolves when the contact is on the line and can hear us; false when nobody came in `withinMs`. */
  answered(withinMs: number): Promise<boolean>
  /** Speaks; resolves when the audio was played out, interrupted or failed. Speeches queue in order. Waits while the contact has the floor. */
  say(speech: Speech): Promise<SpeechResult>
  /** Fetches the audio of speeches that may be said next, so that they sound at once; replaces what was prepared before. */
  prepare(speeches: readonly Omit<Speech, 'id' | 'interruptible'>[]): void
  /**
   * Wants one answer for this listen; replaces an earlier one. Words spoken over a running interruptible speech count.
   * The silence clock starts when the queued speech has ended. While it listens for a secret entry nothing of the contact is recorded.
   */
  listen(listen: Listen): void
  stopListening(): void
  /** What is listened for already is heard in this language from now on; later listens and speeches name their own. */
  setLanguage(language: Language): void
  /** Drops queued and running speech at once: all of it, or the speeches with these ids. */
  interrupt(ids?: readonly string[]): void
  /** Presses keys (0 to 9, * and #) towards the contact. */
  sendKeys(keys: string): Promise<void>
  /** `failed` also when this line cannot transfer in the wanted way. */
  transfer(transfer: Transfer): Promise<TransferOutcome>
  /** After a transfer: true when the contact talked to a colleague on this line and one of them, or the signal, has ended that; false at once otherwise. */
  bridged(signal: AbortSignal): Promise<boolean>
  /** Ends the line for the contact and confirms it; safe to call twice. */
  hangUp(): Promise<void>
  onEvent(listener: (event: PortEvent) => void): void
}

/** A recording in progress: both sides on one clock, left contact, right agent. */
export type Recorder = {
  contact(pcm: Int16Array, at: number): void
  /** `rate`: of the samples; a line keeps its own. */
  agent(pcm: Int16Array, at: number, rate: number): void
  /** Makes silence of all that was recorded until now. */
  forget(): void
  /** Writes the rest and closes the file. */
  finish(): Promise<void>
}
