import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { StackError } from './stack-error.ts'

/** The files of one data folder (PARLEY_HOME). */
export type Home = ReturnType<typeof homePaths>

export const homePaths = (folder: string) => ({
  folder,
  secrets: path.join(folder, 'secrets.json'),
  run: path.join(folder, 'run.json'),
  runEnv: path.join(folder, 'run-env.json'),
  logs: path.join(folder, 'logs'),
  log: (part: string) => path.join(folder, 'logs', `${part}.log`),
  recordings: path.join(folder, 'recordings'),
  /** Speech that was made once; may be deleted at any time. */
  speech: path.join(folder, 'speech'),
  temporal: path.join(folder, 'temporal'),
  postgres: path.join(folder, 'postgres'),
})

/**
 * Makes the data folder, closed to other users. As root the database runs as another user who must be able to pass through the folder
 * (0711: passing, not listing); everything in it that is private has its own closed mode.
 */
export async function openHome(folder: string): Promise<Home> {
  const home = homePaths(folder)
  try {
    await mkdir(home.folder, { recursive: true })
    await chmod(home.folder, process.getuid?.() === 0 ? 0o711 : 0o700)
    for (const inner of [home.logs, home.recordings, home.temporal]) await mkdir(inner, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StackError(
      'HOME_NOT_WRITABLE',
      `The data folder ${folder} cannot be written (${reason}). Set PARLEY_HOME to a folder that can.`,
    )
  }
  return home
}
