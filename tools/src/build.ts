import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type OnProgress, stillGoing } from './progress.ts'
import { repositoryRoot } from './repository.ts'
import { runTool } from './run-tool.ts'

const buildOutputs = {
  '@parley/speech-server': ['packages/speech-server/dist/main.js'],
  '@parley/temporal': ['temporal/dist/main.js', 'temporal/dist/workflow-bundle.js'],
  '@parley/worker': ['apps/worker/dist/main.js'],
  '@parley/web': ['apps/web/.next/BUILD_ID'],
  /** Not a program: its generated database client. */
  '@parley/db': ['packages/db/src/generated/client.ts'],
}
export type BuiltPackage = keyof typeof buildOutputs
const builtPackages: readonly BuiltPackage[] = ['@parley/speech-server', '@parley/temporal', '@parley/worker', '@parley/web', '@parley/db']

const sources = [
  'apps',
  'packages',
  'temporal',
  'prisma',
  'tools/bin',
  'package.json',
  'pnpm-lock.yaml',
  'turbo.json',
  'tsconfig.base.json',
  'prisma.config.ts',
]
const notSource = new Set(['node_modules', 'dist', '.next', '.turbo', 'generated', 'next-env.d.ts'])
/** Beside the outputs it describes, not in a data folder: several data folders share one checkout. */
const stampOf = (name: BuiltPackage) => path.join(repositoryRoot, 'node_modules', `.parley-build-${name.replace('@parley/', '')}`)

type BuildOptions = { onProgress: OnProgress; signal: AbortSignal; logFile: string; packages?: readonly BuiltPackage[] }

/** Builds with turbo what changed since it was built last, or whose output is gone. One fingerprint of all sources: 0.1 s. */
export async function ensureBuilt({ packages = builtPackages, onProgress, signal, logFile }: BuildOptions): Promise<void> {
  const { fingerprint, stale } = await findStale(packages)
  if (stale.length === 0) return
  onProgress(stale.includes('@parley/web') ? 'Building the studio and the workers (about a minute the first time)' : 'Building')
  const done = stillGoing(onProgress, 'Building')
  try {
    const filters = stale.map((name) => `--filter=${name}`)
    await runTurbo('The build', ['run', 'build', 'generate', '--output-logs=errors-only', '--log-prefix=none', ...filters], {
      logFile,
      signal,
    })
  } finally {
    done()
  }
  await Promise.all(stale.map((name) => writeFile(stampOf(name), fingerprint)))
}

/** True when nothing has to be built before a start. */
export const isBuilt = async (): Promise<boolean> => (await findStale(builtPackages)).stale.length === 0

async function findStale(packages: readonly BuiltPackage[]): Promise<{ fingerprint: string; stale: BuiltPackage[] }> {
  const fingerprint = await fingerprintOf(sources.map((file) => path.join(repositoryRoot, file)))
  const stale: BuiltPackage[] = []
  for (const name of packages) {
    const isThere = buildOutputs[name].every((file) => existsSync(path.join(repositoryRoot, file)))
    if (!isThere || (await readFile(stampOf(name), 'utf8').catch(() => '')) !== fingerprint) stale.push(name)
  }
  return { fingerprint, stale }
}

/** Turbo asks for the package manager on PATH; npx lends it the pinned one. */
export async function runTurbo(what: string, args: string[], { logFile, signal }: { logFile: string; signal: AbortSignal }): Promise<void> {
  const { packageManager } = JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8'))
  const command = ['turbo', ...args].join(' ')
  await runTool(what, '', ['--yes', '--loglevel=error', `--package=${packageManager}`, '-c', command], {
    command: 'npx',
    env: {},
    logFile,
    signal,
  })
}

/** A hash over names and contents of all source files below the given files and folders. */
async function fingerprintOf(roots: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(roots.map(filesBelow))).flat()) {
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  }
  return hash.digest('hex')
}

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return existsSync(root) ? [root] : []
  const kept = entries
    .filter((entry) => !notSource.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const found = await Promise.all(
    kept.map((entry) =>
      entry.isDirectory() ? filesBelow(path.join(root, entry.name)) : entry.isFile() ? [path.join(root, entry.name)] : [],
    ),
  )
  return found.flat()
}
