import { StackError } from './stack-error.ts'

type Env = Record<string, string>

async function withDb<T>(env: Env, work: (db: import('@parley/db').Db, api: typeof import('@parley/db')) => Promise<T>): Promise<T> {
  const api = await import('@parley/db')
  const db = api.openDb({ url: env.DATABASE_URL ?? '', encryptionKey: env.PARLEY_ENCRYPTION_KEY ?? '', maxConnections: 2 })
  try {
    return await work(db, api)
  } finally {
    await api.closeDb(db)
  }
}

/** Creates the example tenant with its flow and calendar; does nothing where it exists. */
export const seedDatabase = (env: Env): Promise<unknown> => withDb(env, (db, { seed }) => seed(db))

/** An address that signs its holder in as the example tenant's owner: once, within 15 minutes. */
export const createSignInUrl = (env: Env): Promise<string> =>
  withDb(env, async (db, { createSignInLink, seedOwnerEmail }) => {
    const token = await createSignInLink(db, { email: seedOwnerEmail })
    if (!token) throw new StackError('SIGN_IN_PERSON_MISSING', `There is no person with the address ${seedOwnerEmail} in the database.`)
    return `${env.NEXTAUTH_URL}/sign-in?token=${token}`
  })
