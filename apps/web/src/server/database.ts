import { openDb } from '@parley/db'
import { env } from '../env.ts'
import { once } from './once.ts'

/** The connection pool of this process. */
export const database = once('database', () => openDb({ url: env().DATABASE_URL, encryptionKey: env().PARLEY_ENCRYPTION_KEY }))
