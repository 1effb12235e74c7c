import { existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { isBuilt } from './build.ts'
import { readEnv, type ToolsEnv } from './env.ts'
import { examinePostgres, examineProgram } from './examine-servers.ts'
import { programs } from './find-program.ts'
import type { Finding } from './finding.ts'
import { type Home, homePaths } from './home.ts'
import { defaultPorts, isPortFree, type PortName, portTable, portTakenMessage } from './ports.ts'
import { repositoryRoot } from './repository.ts'
import { findRun, type Run } from './run-file.ts'
import { everyPart, neededPorts } from './stack-parts.ts'
import { chromiumHint, findChromium, findRecogniser, recogniserHint } from './system-packages.ts'

/** Looks at everything Parley needs on this machine and changes nothing. */
export async function examine(): Promise<Finding[]> {
  const tools = readEnv()
  const home = homePaths(tools.home)
  const run = await findRun(home)
  const servers = await Promise.all([
    examinePostgres(tools, run),
    examineProgram('temporal', programs.temporal, tools.TEMPORAL_ADDRESS, tools, run),
    examineProgram('livekit', programs.livekit, tools.LIVEKIT_URL, tools, run),
  ])
  return [
    { name: 'Node', status: 'found', detail: `${process.versions.node} (${process.execPath})` },
    await examineDisk(),
    await examineSecrets(home),
    ...servers,
    await examineRecognition(),
    await examineBuild(),
    ...['speech', 'temporalWorker', 'worker', 'web'].map((name) => examineProcess(name, run)),
    await examineChromium(),
    ...(run ? [] : await examinePorts(tools)),
  ]
}

async function examineDisk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(repositoryRoot)
  const freeGb = (bavail * bsize) / 1024 ** 3
  const detail = `${freeGb.toFixed(1)} GB free below ${repositoryRoot}`
  return freeGb > 0.5
    ? { name: 'disk', status: 'found', detail }
    : { name: 'disk', status: 'missing', detail, fix: 'Free some room: recordings and histories are written there.' }
}

async function examineSecrets(home: Home): Promise<Finding> {
  const found = await stat(home.secrets).catch(() => undefined)
  if (!found) return { name: 'secrets', status: 'found', detail: `made at the first start, in ${home.secrets}` }
  const mode = (found.mode & 0o777).toString(8).padStart(4, '0')
  const detail = `${home.secrets}, mode ${mode}`
  return mode === '0600'
    ? { name: 'secrets', status: 'found', detail }
    : { name: 'secrets', status: 'missing', detail, fix: `Others may read them: chmod 600 ${home.secrets}` }
}

async function examineRecognition(): Promise<Finding> {
  const program = await findRecogniser()
  const { DEEPGRAM_API_KEY } = readEnv()
  if (program && !DEEPGRAM_API_KEY)
    return { name: 'speech recognition', status: 'found', detail: `${program}: English only, French calls need a provider` }
  if (DEEPGRAM_API_KEY) return { name: 'speech recognition', status: 'found', detail: 'Deepgram (DEEPGRAM_API_KEY)' }
  return { name: 'speech recognition', status: 'missing', detail: 'no local recogniser and no DEEPGRAM_API_KEY', fix: recogniserHint }
}

async function examineBuild(): Promise<Finding> {
  const built = await isBuilt()
  return {
    name: 'build',
    status: 'found',
    detail: built ? 'up to date' : 'sources changed since the last build; the next start builds them',
  }
}

function examineProcess(name: string, run: Run | undefined): Finding {
  const parts = run?.parts.filter((part) => part.name === name || part.name.startsWith(`${name}-`)) ?? []
  if (parts.length === 0) return { name, status: 'stopped', detail: 'not running; npm start starts it' }
  const alive = parts.filter((part) => part.pid)
  const restarts = parts.reduce((sum, part) => sum + part.restarts, 0)
  const detail = `${alive.length} of ${parts.length} running (process ${alive.map((part) => part.pid).join(', ')})${restarts ? `, restarted ${restarts} times` : ''}`
  if (alive.length === parts.length) return { name, status: 'started', detail }
  return {
    name,
    status: 'missing',
    detail,
    fix: `It ended and was not started again: read its log in ${readEnv().home}/logs, then stop and npm start.`,
  }
}

async function examineChromium(): Promise<Finding> {
  const program = await findChromium()
  if (program && existsSync(program)) return { name: 'Chromium', status: 'found', detail: `${program} (for npm test)` }
  return { name: 'Chromium', status: 'optional', detail: 'not found; only npm test needs it', fix: chromiumHint }
}

async function examinePorts(tools: ToolsEnv): Promise<Finding[]> {
  const ports = defaultPorts(tools)
  const names: PortName[] = [...neededPorts(everyPart, false, tools)]
  return Promise.all(
    names.map(async (name): Promise<Finding> => {
      const { protocol, neededBy } = portTable[name]
      const label = `port ${ports[name]}`
      if (await isPortFree(ports[name], protocol)) return { name: label, status: 'found', detail: `free for ${neededBy}` }
      return { name: label, status: 'missing', detail: `taken, needed by ${neededBy}`, fix: portTakenMessage(name, ports[name]) }
    }),
  )
}
