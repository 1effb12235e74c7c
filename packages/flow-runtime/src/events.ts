import type { Language } from './text.ts'
import type { Understanding } from './understanding.ts'
import type { Json } from './variables.ts'

/** Facts known when a call starts; read-only variables `call.*`, `contact.*` and `lead.*`. */
export type CallFacts = {
  callId: string
  direction: 'inbound' | 'outbound'
  channel: 'browser' | 'phone' | 'text'
  timeZone: string
  contact?: { id?: string; name?: string; phone?: string; email?: string; language?: string; fields?: Readonly<Record<string, Json>> }
  lead?: Readonly<Record<string, Json>>
}

export type CallOutcome = 'completed' | 'transferred' | 'hungUp' | 'noAnswer' | 'silent' | 'timeLimit' | 'cancelled' | 'failed'

/** What went wrong outside, decided once where it happened. `code` is stable, e.g. `SYNTHESIS_UNAUTHORIZED`. */
export type FailureStage = 'recognition' | 'synthesis' | 'understanding' | 'tool' | 'line' | 'flow'

/**
 * What the world tells the interpreter. Time comes in `at` (epoch milliseconds); an answer names the effect it answers.
 * Plain JSON: the ordered events are the call's journal.
 */
export type CallEvent =
  | { type: 'callStarted'; at: number; facts: CallFacts }
  /** `heard`: the words that reached the contact; equal to the whole text when completed. */
  | { type: 'speechFinished'; at: number; effectId: string; completed: boolean; heard: string }
  | { type: 'contactSaid'; at: number; effectId: string; text: string; confidence: number; language: Language }
  | { type: 'contactSilent'; at: number; effectId: string }
  | { type: 'keyPressed'; at: number; key: string }
  | { type: 'understood'; at: number; effectId: string; result: Understanding }
  | { type: 'toolFinished'; at: number; effectId: string; outcome: 'ok' | 'error' | 'timeout'; result: Json }
  | { type: 'transferFinished'; at: number; effectId: string; outcome: 'connected' | 'failed' | 'declined' | 'noAnswer' }
  /** The call reached settings.maxCallMs. */
  | { type: 'timeUp'; at: number }
  /** A provider failed for good (retries and fallbacks are behind us): the flow's failure line is due. */
  | { type: 'providerFailed'; at: number; stage: FailureStage; code: string }
  | { type: 'hungUp'; at: number; by: 'contact' | 'agent' | 'system' }
