import { closeDb, type Db, describeConnections, listNumbers, openDb, saveConnection, saveNumber, seed } from '@parley/db'
import type { CarrierSimulator } from '@parley/testing'
import { practiceNumber } from './people.ts'

const name = 'Practice carrier'

/** Has the example tenant call through it, with one number; what an earlier run left is taken again. Throws when the number is another tenant's. */
export async function connectTo(carrier: CarrierSimulator, env: Record<string, string>): Promise<void> {
  const db = openDb({ url: env.DATABASE_URL ?? '', encryptionKey: env.PARLEY_ENCRYPTION_KEY ?? '', maxConnections: 2 })
  try {
    await connect(db, carrier)
  } finally {
    await closeDb(db)
  }
}

async function connect(db: Db, { apiBase, credentials }: CarrierSimulator): Promise<void> {
  const { tenantId } = await seed(db)
  const known = (await describeConnections(db, tenantId)).find((connection) => connection.name === name)
  const saved = await saveConnection(db, tenantId, {
    id: known?.id,
    carrier: 'twilio',
    name,
    apiBase,
    maxCalls: 2,
    callsPerSecond: 1,
    enabled: true,
    credentials,
  })
  if (!saved.ok) throw new Error(`The connection could not be saved: ${saved.code}.`)
  if ((await listNumbers(db, tenantId)).some(({ number }) => number === practiceNumber)) return
  const number = { connectionId: saved.id, number: practiceNumber, name, flowId: null, routing: { hours: [] } }
  const added = await saveNumber(db, tenantId, number)
  if (!added.ok) throw new Error(`The number could not be saved: ${added.code}.`)
}
