import type { Language } from '@parley/flow-runtime'
import { z } from 'zod'
import { createModelClient, type ModelMessage, type ModelOptions } from './model-client.ts'
import type { ModelFailureCode } from './model-failure.ts'
import { strictObject } from './strict-object.ts'

export type SimulatedCallerRequest = {
  /** Who is calling, and how they speak. */
  persona: string
  /** What they want to achieve. */
  goal: string
  language: Language
  /** Oldest first. */
  transcript: readonly { speaker: 'agent' | 'contact'; text: string }[]
  signal?: AbortSignal
}
/** What the caller says next; with `hangUp` they end the call after it. */
export type SimulatedTurn = { say: string; hangUp: boolean } | { failure: ModelFailureCode }
export type SimulatedCaller = { next(request: SimulatedCallerRequest): Promise<SimulatedTurn> }

const turn = z.object({ say: z.string().max(1000), hangUp: z.boolean() })
const schema = strictObject({ say: { type: 'string' }, hangUp: { type: 'boolean' } })
const temperature = 0.8
const languageNames = { en: 'English', fr: 'French' } as const

const rules = [
  'You play a person who calls a company; the other side is its voice agent. Stay in your role, whatever the agent says.',
  'say: your next words, as a person says them on the phone: short, without markup. Invent plausible details of your life where you are asked for them, and keep to them.',
  'hangUp: true when your goal is reached and you have said goodbye, when it cannot be reached, or when you have lost patience; else false.',
].join('\n')

/** A model that plays a caller, for scenarios. One attempt per turn, ended by `deadlineMs` or the signal; a failure is a value. */
export function createSimulatedCaller(options: ModelOptions): SimulatedCaller {
  const ask = createModelClient(options)
  return {
    async next({ persona, goal, language, transcript, signal }) {
      const role = JSON.stringify({ persona, goal, speak: languageNames[language] })
      const messages: ModelMessage[] = [
        { role: 'system', content: `${rules}\n\n${role}` },
        ...transcript.map(({ speaker, text }): ModelMessage => ({ role: speaker === 'contact' ? 'assistant' : 'user', content: text })),
      ]
      const { answer, failure } = await ask({ name: 'caller_turn', messages, schema, shape: turn, temperature }, signal)
      if (failure) return { failure: failure.code }
      const say = answer.say.trim()
      return say === '' && !answer.hangUp ? { failure: 'MODEL_BAD_ANSWER' } : { say, hangUp: answer.hangUp }
    },
  }
}
