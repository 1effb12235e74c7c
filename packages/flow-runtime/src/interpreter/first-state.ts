import type { CallEvent } from '../events.ts'
import type { FlowHead } from '../flow-head.ts'
import type { CallState } from '../state.ts'

/** What is known when a call starts, before its first node is entered. */
export function firstState({ languages }: FlowHead, start: string, { facts, at }: Extract<CallEvent, { type: 'callStarted' }>): CallState {
  return {
    status: 'running',
    at: start,
    callers: [],
    returns: [],
    handledAt: {},
    tasks: {},
    announcements: [],
    unheard: [],
    silences: 0,
    language: facts.language && languages.includes(facts.language) ? facts.language : (languages[0] ?? 'en'),
    variables: {},
    facts,
    startedAt: at,
    awaiting: [],
    nextEffect: 1,
    turns: 0,
    local: null,
    hasFloor: false,
    heardLanguage: null,
    followedAt: null,
    lastSaid: null,
    lastListen: null,
    answeredByMachine: false,
    lastQuestion: null,
    path: [start],
    usage: { inputTokens: 0, outputTokens: 0, cost: 0, unpriced: 0, estimated: 0 },
  }
}
