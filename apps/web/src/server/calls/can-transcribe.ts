import { type Db, transcriptionProvider } from '@parley/db'
import { env } from '../../env.ts'

/** Whether somebody can transcribe the tenant's recordings: a provider of its own, or the installation's key. */
export const canTranscribe = async (db: Db, tenantId: string): Promise<boolean> =>
  env().DEEPGRAM_API_KEY !== undefined || (await transcriptionProvider(db, tenantId)) !== undefined
