import { closeDb, openDb, seed } from '../packages/db/src/index.ts'
import { readEnv } from './env.ts'

const env = readEnv()
const db = openDb({ url: env.DATABASE_URL, encryptionKey: env.PARLEY_ENCRYPTION_KEY, maxConnections: 2 })
try {
  const { tenantId } = await seed(db)
  console.log(`The example tenant ${tenantId} is there.`)
} finally {
  await closeDb(db)
}
