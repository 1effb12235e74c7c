import { homePaths, readRunEnv } from '@parley/tools'
import pg from 'pg'

export const stackFolderVariable = 'PARLEY_E2E_HOME'
/** Ports on which simulated carriers may stand, one for each story that needs it. */
export const carrierPortsVariable = 'PARLEY_E2E_CARRIER_PORTS'

/** Variables of the stack that the global set-up started. */
export async function stackEnv(): Promise<Record<string, string>> {
  const folder = process.env[stackFolderVariable]
  if (!folder) throw new Error('The stack of the browser tests is not running.')
  return readRunEnv(homePaths(folder))
}

/** One variable of the stack; throws when it is missing. */
export async function stackVariable(name: string): Promise<string> {
  const value = (await stackEnv())[name]
  if (!value) throw new Error(`The stack has no ${name}.`)
  return value
}

/** The port on which a stand-in of a test is trusted: one for whoever hears, one for a carrier. */
export async function trustedPort(of: 'recognition' | 'carrier'): Promise<number> {
  const [recognition = '', carrier = ''] = (await stackVariable('PARLEY_TRUSTED_ADDRESSES')).split(',')
  return Number(new URL(of === 'carrier' ? carrier : recognition).port)
}

/** Rows of one query on the stack's database, outside row-level security. */
export async function rowsOf(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: await stackVariable('DATABASE_ADMIN_URL') })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await client.end()
  }
}
