import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { repositoryRoot } from './repository.ts'
import { runTool } from './run-tool.ts'
import type { StackContext } from './stack-context.ts'

const folder = path.join(repositoryRoot, 'prisma/migrations')

/** Brings the database to the newest schema. Asks the database first: the migration program takes seconds even when nothing is to do. */
export async function migrate({ env, home, onProgress, signal }: StackContext): Promise<void> {
  const adminUrl = env.DATABASE_ADMIN_URL ?? ''
  if (!(await isUpToDate(adminUrl))) {
    onProgress('Migrating the database')
    await runTool('The migration of the database', path.join(repositoryRoot, 'node_modules/prisma/build/index.js'), ['migrate', 'deploy'], {
      env: { ...env, DATABASE_URL: adminUrl, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
      logFile: home.log('migrate'),
      signal,
    })
  }
  await grantAppRole(adminUrl, env.DATABASE_URL ?? '')
}

/** True when every migration of this checkout is recorded as finished with the same content. */
async function isUpToDate(url: string): Promise<boolean> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const wanted = await Promise.all(
    names
      .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
      .map(async (name) =>
        createHash('sha256')
          .update(await readFile(path.join(folder, name, 'migration.sql')))
          .digest('hex'),
      ),
  )
  return withClient(url, async (client) => {
    const table = await client.query(`select to_regclass('"_prisma_migrations"') is not null as there`)
    if (!table.rows[0]?.there) return false
    const { rows } = await client.query<{ checksum: string; finished: boolean }>(
      'select checksum, finished_at is not null as finished from "_prisma_migrations" where rolled_back_at is null',
    )
    const finished = new Set(rows.filter((row) => row.finished).map((row) => row.checksum))
    return rows.every((row) => row.finished) && wanted.every((checksum) => finished.has(checksum))
  })
}

/** Every query runs as parley_app; the login of the product may take that role and has nothing else. */
async function grantAppRole(adminUrl: string, appUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(appUrl).username)
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query("select pg_has_role($1, 'parley_app', 'SET') as granted", [login])
    if (!rows[0]?.granted) await client.query(`grant parley_app to ${client.escapeIdentifier(login)} with inherit false, set true`)
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
