import { type Db, describeProviders, findProvider, type ProviderChoice, type ProviderVendor } from '@parley/db'
import { env } from '../../env.ts'

/** Who has voices for the tenant's flows. `name` is null where the installation brings it. */
export type VoiceSource = { id: string; name: string | null; vendor: ProviderVendor }

const installationId = 'installation'
const localId = 'local'

/** The tenant's own voices, then those of the installation's key, then the embedded ones: the order in which calls ask. */
export async function voiceSources(db: Db, tenantId: string): Promise<VoiceSource[]> {
  const own = (await describeProviders(db, tenantId)).filter(({ kind, enabled }) => kind === 'synthesis' && enabled)
  const hasOwnLocal = own.some(({ vendor }) => vendor === 'local')
  const given = Object.values(installationChoices()).filter(({ vendor }) => vendor !== 'local' || !hasOwnLocal)
  return [...own.map(({ id, name, vendor }) => ({ id, name, vendor })), ...given.map(({ id, vendor }) => ({ id, name: null, vendor }))]
}

/** How a source is asked; null when there is none with this id, or its key cannot be read. */
export async function choiceOfSource(db: Db, tenantId: string, sourceId: string): Promise<ProviderChoice | null> {
  const given = installationChoices()[sourceId]
  if (given) return given
  const own = await findProvider(db, tenantId, sourceId)
  return own?.kind === 'synthesis' ? own : null
}

function installationChoices(): Record<string, ProviderChoice> {
  const { ELEVENLABS_API_KEY: apiKey, ELEVENLABS_URL: url, ELEVENLABS_MODEL: model, SPEECH_SERVER_URL } = env()
  const choices: ProviderChoice[] = []
  if (apiKey) choices.push({ id: installationId, kind: 'synthesis', vendor: 'elevenlabs', apiKey, settings: { url, model }, languages: [] })
  if (SPEECH_SERVER_URL) choices.push({ id: localId, kind: 'synthesis', vendor: 'local', apiKey: '', settings: {}, languages: [] })
  return Object.fromEntries(choices.map((choice) => [choice.id, choice]))
}
