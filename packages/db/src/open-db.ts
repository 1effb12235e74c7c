import { PrismaPg } from '@prisma/adapter-pg'
import { type Cipher, createCipher } from './encryption.ts'
import { PrismaClient } from './generated/client.ts'
import { openPool, type Pool } from './open-pool.ts'

/** A connection pool and the key of the encrypted columns. Opaque to callers: they hand it to the queries. */
export type Db = { prisma: PrismaClient; cipher: Cipher; beginFor: Pool['beginFor'] }

/** So many statements each connection keeps prepared; whose text varies with their values come and go, and are not kept beyond that. */
const mostPrepared = 200

/** Opens a pool; connects at the first query. Throws ENCRYPTION_KEY_INVALID. */
export function openDb(options: { url: string; encryptionKey: string; maxConnections?: number }): Db {
  const cipher = createCipher(options.encryptionKey)
  const { pool, beginFor } = openPool(options.url, options.maxConnections ?? 10)
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: createStatementNames() })
  return { prisma: new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } }), cipher, beginFor }
}

export async function closeDb(db: Db): Promise<void> {
  await db.prisma.$disconnect()
}

/** The same name for the same text, under which a connection keeps it read and planned. The adapter takes an empty name for none. */
function createStatementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= mostPrepared) return known ?? ''
    const name = `p${names.size}`
    names.set(sql, name)
    return name
  }
}
