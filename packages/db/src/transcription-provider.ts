import type { Db } from './open-db.ts'
import type { ProviderChoice } from './provider-choice.ts'
import { listProviders } from './providers.ts'

/** Vendors whose key also transcribes whole recordings. */
const vendors: readonly string[] = ['deepgram', 'deepgram-flux'] satisfies ProviderChoice['vendor'][]

/** The tenant's first recognition provider that can transcribe recordings, with its key; undefined when it has none. */
export async function transcriptionProvider(db: Db, tenantId: string): Promise<ProviderChoice | undefined> {
  const chosen = await listProviders(db, tenantId)
  return chosen.find(({ kind, vendor, apiKey }) => kind === 'recognition' && vendors.includes(vendor) && apiKey !== '')
}
