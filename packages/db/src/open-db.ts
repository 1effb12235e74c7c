import { PrismaPg } from '@prisma/adapter-pg'
import { type Cipher, createCipher } from './encryption.ts'
import { PrismaClient } from './generated/client.ts'

/** A connection pool and the key of the encrypted columns. Opaque to callers: they hand it to the queries. */
export type Db = { prisma: PrismaClient; cipher: Cipher }

/** Opens a pool; connects at the first query. Throws ENCRYPTION_KEY_INVALID. */
export function openDb(options: { url: string; encryptionKey: string; maxConnections?: number }): Db {
  const cipher = createCipher(options.encryptionKey)
  const adapter = new PrismaPg({ connectionString: options.url, max: options.maxConnections ?? 10, connectionTimeoutMillis: 10_000 })
  return { prisma: new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } }), cipher }
}

export async function closeDb(db: Db): Promise<void> {
  await db.prisma.$disconnect()
}
