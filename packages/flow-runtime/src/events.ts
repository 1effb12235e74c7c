import type { Generated } from './generation.ts'
import type { Language } from './text.ts'
import type { Understanding } from './understanding.ts'
import type { Json } from './variables.ts'

/** Facts known when a call starts; read-only variables `call.*`, `contact.*` and `lead.*`. */
export type CallFacts = {
  callId: string
  direction: 'inbound' | 'outbound'
  channel: 'browser' | 'phone' | 'text'
  timeZone: string
  /** Absent: the flow's first language. */
  language?: Language
  contact?: { id?: string; name?: string; phone?: string; email?: string; language?: Language; fields?: Readonly<Record<string, Json>> }
  lead?: Readonly<Record<string, Json>>
  /** What a campaign wants done with an answering machine; absent: what the flow says. */
  machines?: 'hangUp' | 'leaveMessage' | 'talk'
}

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
  | {
      type: 'contactSaid'
      at: number
      effectId: string
      text: string
      confidence: number
      /** The language the recogniser heard. */
      language: Language
      alternatives?: readonly { text: string; confidence: number }[]
    }
  | { type: 'contactSilent'; at: number; effectId: string }
  /** `key`: 0 to 9, `*` or `#`; `•` for a digit of a secret entry. */
  | { type: 'keyPressed'; at: number; key: string }
  | { type: 'understood'; at: number; effectId: string; result: Understanding }
  | { type: 'generated'; at: number; effectId: string; result: Generated }
  | { type: 'toolFinished'; at: number; effectId: string; outcome: 'ok' | 'error' | 'timeout'; result: Json }
  | { type: 'transferFinished'; at: number; effectId: string; outcome: 'connected' | 'failed' | 'declined' | 'noAnswer' }
  | { type: 'waitFinished'; at: number; effectId: string }
  /** `taskId` is the id of the `startTask` effect. */
  | { type: 'taskFinished'; at: number; taskId: string; outcome: 'ok' | 'error' | 'timeout'; result: Json }
  /** A machine answered instead of a person. */
  | { type: 'machineDetected'; at: number }
  /** Something happened outside that a `wait` node may wait for, e.g. `beep`. */
  | { type: 'outsideEvent'; at: number; name: string; data: Json }
  /** The call reached settings.maxCallMs. */
  | { type: 'timeUp'; at: number }
  /** A provider failed for good (retries and fallbacks are behind us): the flow's failure line is due. */
  | { type: 'providerFailed'; at: number; stage: FailureStage; code: string }
  | { type: 'hungUp'; at: number; by: 'contact' | 'agent' | 'system' }
