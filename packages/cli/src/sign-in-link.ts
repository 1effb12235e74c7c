import { createSignInUrl, findRun, homePaths, readEnv, readRunEnv, StackError } from '@parley/tools'

/** Prints a one-time link to the running studio. */
export async function signInLink(): Promise<number> {
  const home = homePaths(readEnv().home)
  const run = await findRun(home)
  if (run?.state !== 'ready') throw new StackError('NOT_RUNNING', `Parley is not running on ${home.folder}; start it with npm start.`)
  process.stdout.write(`${await createSignInUrl(await readRunEnv(home))}\n`)
  return 0
}
