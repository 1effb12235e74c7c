import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { readEnv } from './env.ts'
import { onPath } from './find-program.ts'
import type { OnProgress } from './progress.ts'

const run = promisify(execFile)
const englishModels = [
  '/usr/share/pocketsphinx/model/en-us',
  '/usr/local/share/pocketsphinx/model/en-us',
  '/opt/homebrew/share/pocketsphinx/model/en-us',
]

/** Local recognition: PocketSphinx and its English model. Undefined where it is not installed and not pointed at. */
export async function findRecogniser(): Promise<string | undefined> {
  const { PATH, POCKETSPHINX_PROGRAM, POCKETSPHINX_MODEL } = readEnv()
  const program = POCKETSPHINX_PROGRAM ?? (await onPath('pocketsphinx_continuous', PATH)) ?? (await onPath('pocketsphinx', PATH))
  return program && (POCKETSPHINX_MODEL ?? englishModels.find((folder) => existsSync(folder))) ? program : undefined
}

/** A Chromium for the browser tests: PARLEY_CHROMIUM or one on PATH. */
export async function findChromium(): Promise<string | undefined> {
  const { PATH, PARLEY_CHROMIUM } = readEnv()
  if (PARLEY_CHROMIUM) return PARLEY_CHROMIUM
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = await onPath(name, PATH)
    if (found) return found
  }
  return undefined
}

export const recogniserHint =
  'Local speech recognition is missing: install PocketSphinx with its English model (Debian and Ubuntu: sudo apt-get install pocketsphinx pocketsphinx-en-us), or set DEEPGRAM_API_KEY.'
export const chromiumHint =
  'The browser tests need Chromium: install it (Debian: sudo apt-get install chromium), or set PARLEY_CHROMIUM to one.'

/** Installs the recogniser where that needs no question; says how otherwise. The product starts without it. */
export async function installSpeechPackages(onProgress: OnProgress): Promise<void> {
  if (await findRecogniser()) return
  await aptInstall(['pocketsphinx', 'pocketsphinx-en-us'], onProgress)
  if (!(await findRecogniser())) onProgress(recogniserHint)
}

/** Installs Chromium for `npm test` where that needs no question. */
export async function installChromium(onProgress: OnProgress): Promise<void> {
  if (await findChromium()) return
  await aptInstall(['chromium'], onProgress)
  if (!(await findChromium())) onProgress(chromiumHint)
}

/** Debian and Ubuntu, as root or with a sudo that asks nothing; does nothing elsewhere. A failure is left to the caller's next look. */
async function aptInstall(packages: string[], onProgress: OnProgress): Promise<void> {
  const { PATH } = readEnv()
  const apt = await onPath('apt-get', PATH)
  if (!apt) return
  const root = process.getuid?.() === 0
  if (!root && !(await run('sudo', ['-n', 'true']).catch(() => undefined))) return
  onProgress(`Installing the system packages ${packages.join(' and ')} with apt-get`)
  const apart = async (args: string[]) => {
    const command = root ? [apt, ...args] : ['sudo', '-n', apt, ...args]
    await run(command[0] ?? apt, command.slice(1), { env: { PATH, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 })
  }
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  await apart(install)
    .catch(() => apart(['update']).then(() => apart(install)))
    .catch((error: unknown) =>
      onProgress(`apt-get could not install them: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`),
    )
}
