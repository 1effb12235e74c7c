import {
  type CallState,
  type Effect,
  type Flow,
  type Language,
  nextSpeech,
  type Stepped,
  step,
  type Understanding,
  type UnderstandRequest,
} from '@parley/flow-runtime'
import { knownTexts } from '@parley/flow-runtime/known-texts'
import type { UnderstandingEngine } from '@parley/understanding'
import type { PortEvent, Speech, VoicePort } from './voice-port.ts'

type MaySay = Extract<PortEvent, { type: 'contactMaySay' }>
type Foreseen = { key: string; abort: AbortController; understanding: Promise<Understanding> }

/** Speeches prepared for one listening: the likely nodes after it, not a whole flow. */
const mostPrepared = 6
/** Steps that are followed beyond what may be said: understanding, a confirmation, the next question. */
const farthest = 4

/** Recognisers punctuate a final text differently; to an engine it is the same utterance. */
const plainText = (text: string) =>
  text
    .toLowerCase()
    .replace(/[.,!?…]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const keyOf = ({ now: _, text, ...request }: UnderstandRequest) => JSON.stringify([plainText(text), request])

/**
 * Lives the next turn before it is certain: while the contact pauses, what they may have said is understood and the speech that would
 * answer it is fetched. Nothing is committed: `step` is pure, and what turns out wrong is thrown away.
 */
export function createForesight(options: {
  flow: Flow
  understand: UnderstandingEngine
  port: Pick<VoicePort, 'prepare'>
  now: () => number
}) {
  const { flow, understand, port, now } = options
  let foreseen: Foreseen | undefined
  /** Fixed texts are made before any call; only what has the call's own values in it is worth making here. */
  const fixed = new Map<Language, ReadonlySet<string>>()
  const isFixed = (text: string, language: Language) => {
    const known = fixed.get(language) ?? new Set(knownTexts(flow, language))
    fixed.set(language, known)
    return known.has(text)
  }
  /** What can follow whatever is said, as far as it is known. */
  let likely: Omit<Speech, 'id' | 'interruptible'>[] = []

  const prepare = (says: readonly Effect[]) =>
    port.prepare([...says.flatMap((effect) => (effect.type === 'say' ? [effect] : [])), ...likely].slice(0, mostPrepared))

  function drop() {
    foreseen?.abort.abort()
    foreseen = undefined
  }

  function ask(request: UnderstandRequest): Foreseen {
    const key = keyOf(request)
    if (foreseen?.key === key) return foreseen
    drop()
    const abort = new AbortController()
    const asked = { key, abort, understanding: understand.understand(request, abort.signal) }
    foreseen = asked
    asked.understanding.catch(() => {
      if (foreseen === asked) foreseen = undefined
    })
    return asked
  }

  async function follow({ state, effects }: Stepped, deeper: number): Promise<void> {
    prepare(effects)
    const question = effects.find((effect) => effect.type === 'understand')
    if (!question || deeper <= 0) return
    const asked = ask(question.request)
    const result = await asked.understanding
    if (foreseen !== asked) return
    await follow(step(flow, state, { type: 'understood', at: now(), effectId: question.id, result }), deeper - 1)
  }

  return {
    /** A listening began in this state: what is sure to be said after it, whatever the answer is, is fetched. */
    listens(state: CallState) {
      drop()
      const texts = nextSpeech(flow, state, now()).filter((text) => !isFixed(text, state.language))
      likely = texts
        .reverse()
        .slice(0, mostPrepared)
        .map((text) => ({ text, language: state.language }))
      prepare([])
    },

    /** The contact pauses after these words. Never throws. */
    mayBe(state: CallState, { listenId, text, confidence, language }: MaySay) {
      if (!state.awaiting.some(({ type, id }) => type === 'listen' && id === listenId)) return
      const live = async () =>
        follow(step(flow, state, { type: 'contactSaid', at: now(), effectId: listenId, text, confidence, language }), farthest)
      // What cannot be foreseen is met when it happens.
      live().catch(() => undefined)
    },

    /** The engine, which answers at once what was foreseen. */
    engine: {
      ...understand,
      understand: (request, signal) => {
        const known = foreseen?.key === keyOf(request) ? foreseen.understanding : undefined
        return known ? known.catch(() => understand.understand(request, signal)) : understand.understand(request, signal)
      },
    } satisfies UnderstandingEngine,

    /** The turn is over: nothing is foreseen any more. */
    settled() {
      foreseen = undefined
    },

    close() {
      drop()
      port.prepare([])
    },
  }
}
