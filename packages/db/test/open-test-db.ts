import { randomBytes } from 'node:crypto'
import { createTenant, type Db, newId, openDb } from '../src/index.ts'
import { testEnv } from './env.ts'

export const testUrl = () => testEnv().DATABASE_URL

/** A pool with a key of its own, as a process has it. */
export const openTestDb = (options: { encryptionKey?: string; maxConnections?: number } = {}): Db =>
  openDb({ url: testUrl(), encryptionKey: randomBytes(32).toString('base64'), ...options })

/** Who may look past row-level security: sees what is really stored. */
export const openAdminDb = (): Db => {
  const { DATABASE_URL, DATABASE_ADMIN_URL = DATABASE_URL } = testEnv()
  return openDb({ url: DATABASE_ADMIN_URL, encryptionKey: randomBytes(32).toString('base64'), maxConnections: 2 })
}

/** A tenant nobody else uses, so that tests need no clean database. */
export async function createTestTenant(db: Db): Promise<{ tenantId: string; userId: string; email: string }> {
  const email = `owner-${newId()}@example.test`
  const made = await createTenant(db, {
    name: 'Test practice',
    timeZone: 'Europe/Paris',
    owner: { email, name: 'Test owner' },
    services: [{ name: 'Cleaning', durationMin: 30 }],
    openingHours: [{ weekday: 1, opens: '09:00', closes: '18:00' }],
  })
  return { ...made, email }
}
