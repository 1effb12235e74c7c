import pg from 'pg'
import { inheritedEnv } from '../env.ts'
import type { StackContext } from '../stack-context.ts'
import { StackError } from '../stack-error.ts'
import { waitUntil } from '../wait-until.ts'
import { prepareCluster } from './postgres-cluster.ts'

const database = 'parley'
const role = 'parley'

/** The database: the one at DATABASE_URL, or a real Postgres from the embedded package on loopback with generated passwords. */
export async function startPostgres(context: StackContext): Promise<void> {
  const { tools, ports, secrets, supervisor, signal, env } = context
  if (tools.DATABASE_URL && !context.throwaway) {
    const { host } = new URL(tools.DATABASE_URL)
    await waitUntil(`The database at ${host}`, 10_000, signal, () => answersSql(tools.DATABASE_URL ?? ''))
    Object.assign(env, { DATABASE_URL: tools.DATABASE_URL, DATABASE_ADMIN_URL: tools.DATABASE_ADMIN_URL ?? tools.DATABASE_URL })
    supervisor.note('postgres', host)
    return
  }
  const cluster = await prepareCluster(context)
  const admin = `postgresql://postgres:${secrets.postgresAdminPassword}@127.0.0.1:${ports.postgres}`
  await supervisor.start(
    'postgres',
    `embedded, ${cluster.folder}`,
    {
      command: cluster.binaries.postgres,
      args: [
        ...['-D', cluster.folder, '-p', String(ports.postgres)],
        ...[
          'listen_addresses=127.0.0.1',
          'unix_socket_directories=',
          ...(context.throwaway ? ['fsync=off', 'full_page_writes=off'] : []),
        ].flatMap((setting) => ['-c', setting]),
      ],
      env: inheritedEnv(),
      cwd: '/',
      logFile: context.home.log('postgres'),
      ...cluster.user,
      // Fast shutdown: sessions are ended, everything committed is written. It goes to the first process only, as Postgres asks.
      stopSignal: 'SIGINT',
      graceMs: 20_000,
    },
    async () => {
      let refused = false
      await waitUntil('Postgres', 30_000, signal, () =>
        answersSql(`${admin}/postgres`).catch((error: unknown) => (refused = isPasswordRefused(error))),
      )
      if (refused) throw secretsChanged(cluster.folder, context.home.secrets)
    },
  )
  await createDatabase(`${admin}/postgres`, secrets.postgresPassword)
  const url = `postgresql://${role}:${secrets.postgresPassword}@127.0.0.1:${ports.postgres}/${database}`
  Object.assign(env, { DATABASE_URL: url, DATABASE_ADMIN_URL: `${admin}/${database}` })
}

const isPasswordRefused = (error: unknown) => error instanceof Error && 'code' in error && error.code === '28P01'

const secretsChanged = (folder: string, secretsFile: string) =>
  new StackError(
    'POSTGRES_SECRETS_CHANGED',
    `The database in ${folder} was made with other secrets than those in ${secretsFile}. Nothing was changed: put the old secrets back, or move that folder away to start afresh.`,
  )

/** Resolves when a query succeeds; throws while nobody answers. */
async function answersSql(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The product connects as a role without rights; migrations give it what it needs. */
async function createDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (roles.rowCount === 0) await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [database])
    if (databases.rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}
