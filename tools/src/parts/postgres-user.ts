import { execFileSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { StackError } from '../stack-error.ts'

export type OsUser = { uid: number; gid: number }

const idOf = (flag: '-u' | '-g') =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim())

/** Postgres refuses to run as root: the operating system's user postgres, made when it is missing. */
export async function postgresUser(): Promise<OsUser> {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
        stdio: 'ignore',
      })
      return { uid: idOf('-u'), gid: idOf('-g') }
    } catch {
      throw new StackError(
        'POSTGRES_USER_MISSING',
        'Postgres does not run as root, and the user postgres could not be made. Run as an ordinary user, make that user, or set DATABASE_URL.',
      )
    }
  }
}

/** True when that user may pass through a folder and all its parents. */
export async function isOpenTo(folder: string, { uid, gid }: OsUser): Promise<boolean> {
  for (let one = path.resolve(folder); ; one = path.dirname(one)) {
    const { mode, uid: owner, gid: group } = await stat(one)
    const mayPass = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001
    if (!mayPass) return false
    if (one === path.dirname(one)) return true
  }
}
