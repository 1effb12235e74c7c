import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ToolsEnv } from './env.ts'
import { cacheFolder, findProgram, type Program, pinnedVersion } from './find-program.ts'
import type { Finding } from './finding.ts'
import { acceptsTcp } from './parts/accepts-tcp.ts'
import { embeddedBinaries } from './parts/embedded-binaries.ts'
import type { Run } from './run-file.ts'
import { StackError } from './stack-error.ts'

const run = promisify(execFile)

const partOf = (running: Run | undefined, name: string) => running?.parts.find((part) => part.name === name)

/** The database: the given one when it answers, the embedded one otherwise. */
export async function examinePostgres(tools: ToolsEnv, running: Run | undefined): Promise<Finding> {
  if (tools.DATABASE_URL) return examineAddress('postgres', hostOf(tools.DATABASE_URL, 5432), 'DATABASE_URL')
  const part = partOf(running, 'postgres')
  if (part?.pid)
    return { name: 'postgres', status: 'started', detail: `process ${part.pid} on port ${running?.ports.postgres}, ${part.source}` }
  try {
    return { name: 'postgres', status: 'found', detail: `embedded (${(await embeddedBinaries()).postgres})` }
  } catch (error) {
    return { name: 'postgres', status: 'missing', detail: 'none', fix: error instanceof Error ? error.message : String(error) }
  }
}

/** A server program: given address, running process, or where the next start would take it from. */
export async function examineProgram(
  name: 'temporal' | 'livekit',
  program: Program,
  address: string | undefined,
  tools: ToolsEnv,
  running: Run | undefined,
): Promise<Finding> {
  if (address) return examineAddress(name, address.includes('://') ? hostOf(address, 80) : address, program.addressVariable)
  const part = partOf(running, name)
  if (part?.pid) {
    return {
      name,
      status: 'started',
      detail: `${await versionOf(part.source, program)}, process ${part.pid} on port ${running?.ports[name]}, ${part.source}`,
    }
  }
  try {
    const found = await findProgram(program, { searchPath: tools.PATH, cacheFolder: cacheFolder(tools.XDG_CACHE_HOME) })
    if ('path' in found) return { name, status: 'found', detail: `${await versionOf(found.path, program)}, ${found.path}` }
    const version = await pinnedVersion(program)
    return { name, status: 'found', detail: `${version}, built once at the first start with ${found.build.go}` }
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    return { name, status: 'missing', detail: `no \`${program.command}\` and no Go`, fix: error.message }
  }
}

async function examineAddress(name: string, address: string, variable: string): Promise<Finding> {
  if (await acceptsTcp(address)) return { name, status: 'started', detail: `${address}, from ${variable}` }
  return {
    name,
    status: 'missing',
    detail: `${address}, from ${variable}, does not answer`,
    fix: `Start the server at ${address}, or unset ${variable} to use a local one.`,
  }
}

const hostOf = (url: string, defaultPort: number) => {
  const { hostname, port } = new URL(url)
  return `${hostname}:${port || defaultPort}`
}

/** What the program says of itself; one that was built here with Go says 0.0.0 and is of the version that is pinned. */
async function versionOf(file: string, program: Program): Promise<string> {
  const { stdout } = await run(file, ['--version'], { timeout: 5_000 }).catch(() => ({ stdout: '' }))
  const said = /\d+\.\d+\.\d+/.exec(stdout)?.[0]
  return said === '0.0.0' ? pinnedVersion(program) : (said ?? 'unknown version')
}
