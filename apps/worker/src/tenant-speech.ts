import type { Logger } from 'pino'
import { failureCodeOf } from './failure-code.ts'
import { createSpeechProviders, type SharedSpeech, type SpeechProvider, type SpeechProviders } from './speech/providers.ts'

/** Tenants whose providers' clients are kept ready; the rest make theirs again. */
const mostTenants = 200

type Options = {
  /** What every tenant falls back on. */
  installed: readonly SpeechProvider[]
  shared: SharedSpeech
  /** The tenant's own, in their order. */
  chosenBy(tenantId: string): Promise<readonly SpeechProvider[]>
  logger: Logger
}

/** Hearing and speaking for a tenant: its own providers first, then those of the installation. `first`: the one a flow wants to be heard by. */
export type SpeechFor = (tenantId: string, first?: string) => Promise<SpeechProviders>

/** Clients are made once for as long as a tenant's choice stays the same. When the choice cannot be read, the installation's providers serve. */
export function createSpeechFor({ installed, shared, chosenBy, logger }: Options): SpeechFor {
  const known = new Map<string, { choice: string; speech: SpeechProviders }>()
  return async (tenantId, first) => {
    const chosen = await chosenBy(tenantId).catch((error: unknown) => {
      logger.error({ code: failureCodeOf(error, 'DATABASE_UNAVAILABLE') }, 'the providers of a tenant could not be read')
      return []
    })
    const ranked = [...chosen, ...installed].sort((a, b) => Number(b.id === first) - Number(a.id === first))
    const key = JSON.stringify([tenantId, first])
    const choice = JSON.stringify(ranked)
    const before = known.get(key)
    const speech = before?.choice === choice ? before.speech : createSpeechProviders(ranked, shared, tenantId)
    known.delete(key)
    known.set(key, { choice, speech })
    for (const oldest of known.keys()) {
      if (known.size <= mostTenants) break
      known.delete(oldest)
    }
    return speech
  }
}
