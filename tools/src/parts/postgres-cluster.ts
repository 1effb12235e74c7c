import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chown, cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { inheritedEnv } from '../env.ts'
import type { StackContext } from '../stack-context.ts'
import { StackError } from '../stack-error.ts'
import { embeddedBinaries, type PostgresBinaries } from './embedded-binaries.ts'
import { isOpenTo, type OsUser, postgresUser } from './postgres-user.ts'

const run = promisify(execFile)

export type Cluster = { folder: string; binaries: PostgresBinaries; user: Partial<OsUser> }

/** Folder that survives and that the database's own user may enter, for a data folder that it may not. */
const sharedRoot = '/var/lib/parley'

/** Makes sure that a cluster exists: data folder, owner and programs reachable by the user who will run them. */
export async function prepareCluster({ home, secrets, onProgress }: StackContext): Promise<Cluster> {
  const user = process.getuid?.() === 0 ? await postgresUser() : undefined
  const folder = user ? await folderFor(user, home.postgres, onProgress) : home.postgres
  const binaries = user ? await reachable(await embeddedBinaries(), user) : await embeddedBinaries()
  if (!(await exists(path.join(folder, 'PG_VERSION')))) {
    onProgress('Creating the database')
    await initialise(folder, binaries, secrets.postgresAdminPassword, user)
  }
  return { folder, binaries, user: user ?? {} }
}

const exists = (file: string) =>
  access(file, constants.F_OK).then(
    () => true,
    () => false,
  )

/** The cluster's folder; elsewhere under the same name for ever when the postgres user cannot pass through the data folder's parents. */
async function folderFor(user: OsUser, wanted: string, onProgress: (line: string) => void): Promise<string> {
  if ((await exists(wanted)) || (await isOpenTo(path.dirname(wanted), user))) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const folder = path.join(sharedRoot, name, 'postgres')
  onProgress(`The database is kept in ${folder}: it runs as the user postgres, who may not enter ${path.dirname(wanted)}`)
  await mkdir(path.dirname(folder), { recursive: true, mode: 0o711 })
  return folder
}

/** The programs themselves must be reachable too: a checkout below a closed home folder is copied out once (60 MB). */
async function reachable(binaries: PostgresBinaries, user: OsUser): Promise<PostgresBinaries> {
  if (await isOpenTo(path.dirname(binaries.postgres), user)) return binaries
  const native = path.resolve(path.dirname(binaries.postgres), '..')
  const { mtimeMs } = await stat(binaries.postgres)
  const copy = path.join(sharedRoot, 'programs', createHash('sha256').update(`${native}:${mtimeMs}`).digest('hex').slice(0, 12))
  if (!(await exists(copy))) {
    const unfinished = `${copy}.${process.pid}.tmp`
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
    await rename(unfinished, copy)
  }
  return { postgres: path.join(copy, 'bin/postgres'), initdb: path.join(copy, 'bin/initdb') }
}

/** Runs initdb beside the final place and renames, so that an interrupted start never leaves half a cluster. */
async function initialise(folder: string, { initdb }: PostgresBinaries, password: string, user: OsUser | undefined): Promise<void> {
  const unfinished = `${folder}.new`
  const passwordFile = `${folder}.password`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) for (const file of [unfinished, passwordFile]) await chown(file, user.uid, user.gid)
  const args = [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ]
  try {
    await run(initdb, args, { env: inheritedEnv(), cwd: '/', ...user })
    await rename(unfinished, folder)
  } catch (error) {
    const said = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : ''
    throw new StackError('POSTGRES_INIT_FAILED', `The database could not be created in ${folder}: ${said}`)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(unfinished, { recursive: true, force: true })
  }
}
