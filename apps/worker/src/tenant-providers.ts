import type { ProviderChoice } from '@parley/db'
import type { AddressGuard } from '@parley/net-guard'
import type { Generator, UnderstandingEngine } from '@parley/understanding'
import type { Logger } from 'pino'
import { failureCodeOf } from './failure-code.ts'
import { createSpeechProviders, type SharedSpeech, type SpeechProvider, type SpeechProviders } from './speech/providers.ts'
import { isSpeechVendor } from './speech/vendors.ts'
import type { ChatModel, Models } from './understanding-for.ts'

/** Tenants whose providers' clients are kept ready; the rest make theirs again. */
const mostTenants = 200

/** Who hears, speaks, understands and writes for the calls of a tenant. */
export type TenantProviders = {
  speech: SpeechProviders
  /** The engine for a flow that wants at least this confidence. */
  understandingFor(threshold: number): UnderstandingEngine
  generator: Generator
}

type Options = {
  /** What every tenant falls back on. */
  installed: { speech: readonly SpeechProvider[]; models: readonly ChatModel[] }
  shared: SharedSpeech
  modelsOf(models: readonly ChatModel[], tenantId: string): Models
  /** The tenant's own, in their order. */
  chosenBy(tenantId: string): Promise<readonly ProviderChoice[]>
  /** Says of an address that a tenant typed whether it may be called. */
  guard: Pick<AddressGuard, 'refusal'>
  logger: Logger
}

export type ProvidersFor = (tenantId: string) => Promise<TenantProviders>

/**
 * The providers of a tenant: its own first, then those of the installation. Clients are made once for as long as the choice stays the same. When the
 * choice cannot be read, the installation's serve. A provider whose address may not be called is left out.
 */
export function createProvidersFor({ installed, shared, modelsOf, chosenBy, guard, logger }: Options): ProvidersFor {
  const known = new Map<string, { choice: string; providers: TenantProviders }>()
  const localUrl = installed.speech.find(({ vendor }) => vendor === 'local')?.settings.url

  function create(tenantId: string, chosen: readonly ProviderChoice[]): TenantProviders {
    const speech = [...chosen.flatMap((one) => speechOf(one, localUrl)), ...installed.speech]
    return {
      speech: createSpeechProviders(speech, shared, tenantId),
      ...modelsOf([...chosen.flatMap(modelOf), ...installed.models], tenantId),
    }
  }

  /**
   * Those whose typed address leads to the public internet by TLS; looked up anew for every call. A name that changes its mind after that leads
   * to nobody who has a certificate for it.
   */
  async function callableOf(chosen: readonly ProviderChoice[]): Promise<ProviderChoice[]> {
    const looked = await Promise.all(
      chosen.map(async (one) => {
        const { url } = one.settings
        const refusal = url === undefined || one.vendor === 'local' ? undefined : await guard.refusal(url)
        if (refusal) logger.warn({ code: 'PROVIDER_ADDRESS_REFUSED', provider: one.id, reason: refusal }, 'a provider is not asked')
        return refusal ? [] : one
      }),
    )
    return looked.flat()
  }

  return async (tenantId) => {
    const chosen = await chosenBy(tenantId).catch((error: unknown) => {
      logger.error({ code: failureCodeOf(error, 'DATABASE_UNAVAILABLE') }, 'the providers of a tenant could not be read')
      return []
    })
    const callable = await callableOf(chosen)
    const choice = JSON.stringify(callable)
    const before = known.get(tenantId)
    const providers = before?.choice === choice ? before.providers : create(tenantId, callable)
    known.delete(tenantId)
    known.set(tenantId, { choice, providers })
    for (const oldest of known.keys()) {
      if (known.size <= mostTenants) break
      known.delete(oldest)
    }
    return providers
  }
}

/** The embedded speech stands where the installation has it. */
function speechOf({ kind, vendor, settings, ...choice }: ProviderChoice, localUrl: string | undefined): SpeechProvider[] {
  if (kind === 'model' || !isSpeechVendor(vendor, kind)) return []
  if (vendor !== 'local') return [{ ...choice, kind, vendor, settings }]
  return localUrl ? [{ ...choice, kind, vendor, settings: { ...settings, url: localUrl } }] : []
}

const openAiUrl = 'https://api.openai.com/v1'

function modelOf({ id, kind, settings: { url = openAiUrl, model }, apiKey }: ProviderChoice): ChatModel[] {
  return kind === 'model' && model ? [{ id, apiKey, baseUrl: url, model }] : []
}
