import { closeDb, openDb, seed } from '../packages/db/src/index.ts'
import { readEnv } from './env.ts'

/** `prisma db seed`: the example tenant. */
const db = openDb({ ...readEnv(), maxConnections: 2 })
try {
  const { tenantId } = await seed(db)
  console.log(`The example tenant ${tenantId} is there.`)
} finally {
  await closeDb(db)
}
