import type { Language } from '@parley/flow-runtime'
import { createSpeechCache, type KeptSynthesiser, type SpeechCache } from './cache.ts'
import type { Candidate } from './candidate.ts'
import { type Circuits, createCircuits } from './circuits.ts'
import type { Recogniser } from './recogniser.ts'
import { createRecognition } from './recognition.ts'
import type { SpeechStore } from './store/speech-store.ts'
import { createSynthesis } from './synthesis.ts'
import type { SynthesisRequest } from './synthesiser.ts'
import { recogniserOf, type SpeechVendor, synthesiserOf } from './vendors.ts'

/** A supplier of recognition or synthesis as somebody chose it. `id` is stable; no languages: all of them. */
export type SpeechProvider = {
  id: string
  kind: 'recognition' | 'synthesis'
  vendor: SpeechVendor
  apiKey: string
  languages: readonly Language[]
  settings: { url?: string; model?: string; voiceId?: string; region?: string }
}

export type SpeechProviders = {
  recogniser: Recogniser
  synthesiser: Pick<KeptSynthesiser, 'synthesise' | 'kept'>
  /** Synthesises texts ahead of need, in the background; resolves with how many of them are there, never rejects. */
  prepare(texts: readonly string[], how: Pick<SynthesisRequest, 'language' | 'voiceId' | 'sampleRate' | 'signal'>): Promise<number>
}

/** What the speech of all tenants shares in one process. */
export type SharedSpeech = { cache: SpeechCache; circuits: Circuits }

export const sharedSpeech = (store?: SpeechStore, circuits: Circuits = createCircuits({ now: Date.now })): SharedSpeech => ({
  cache: createSpeechCache({ store }),
  circuits,
})

/**
 * Hearing and speaking with these providers, asked in their order. `tenantId` names whose circuits are used. Throws when nobody hears or nobody speaks.
 */
export function createSpeechProviders(
  providers: readonly SpeechProvider[],
  { cache, circuits }: SharedSpeech,
  tenantId: string,
): SpeechProviders {
  const candidateOf = <Service>({ id, kind, languages }: SpeechProvider, service: Service): Candidate<Service> => ({
    id,
    languages,
    service,
    circuit: circuits.of(tenantId, `${kind} ${id}`),
  })
  const hearing = providers.flatMap((one): Candidate<Recogniser>[] =>
    one.kind === 'recognition' ? [candidateOf(one, recogniserOf(one))] : [],
  )
  const speaking = providers.flatMap((one): Candidate<KeptSynthesiser>[] => {
    if (one.kind !== 'synthesis') return []
    const { synthesiser, scope } = synthesiserOf(one)
    return [candidateOf(one, cache.keeping(synthesiser, scope))]
  })
  if (hearing.length === 0) throw new Error('Recognition has neither a key nor a local speech server.')
  if (speaking.length === 0) throw new Error('Synthesis has neither a key nor a local speech server.')
  const synthesis = createSynthesis(speaking)
  return { recogniser: createRecognition(hearing), synthesiser: synthesis, prepare: synthesis.prepare }
}
