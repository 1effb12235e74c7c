import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Plain JavaScript on node's own modules: it runs before anything is installed, also on a Node that is too old for the rest.

const startedAtMs = Date.now()
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const stamp = path.join(root, 'node_modules/.parley-install')
const gigabyte = 1024 ** 3

const say = (line) => console.log(`[${((Date.now() - startedAtMs) / 1000).toFixed(1).padStart(5)} s] ${line}`)

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

/** Checks the machine, installs the packages when the lockfile changed, and hands over to tools/src/<command>.ts. */
export async function run(command) {
  checkNode()
  checkDisk()
  await install()
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import(pathToFileURL(path.join(root, `tools/src/${command}.ts`)).href)
  await main(startedAtMs)
}

function checkNode() {
  const wanted = manifest.engines.node.replace('>=', '')
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  fail(`You have Node ${process.versions.node}; Parley needs ${wanted} or newer: https://nodejs.org, or \`nvm install ${wantedMajor}\`.`)
}

function checkDisk() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    fail(`The folder ${root} cannot be written by this user; Parley installs and builds in it. Change its owner or clone elsewhere.`)
  }
  const { bavail, bsize } = statfsSync(root)
  const freeGb = (bavail * bsize) / gigabyte
  const neededGb = existsSync(stamp) ? 0.3 : 3
  if (freeGb >= neededGb) return
  fail(
    `The disk of ${root} has ${freeGb.toFixed(1)} GB left; Parley needs ${neededGb} GB${neededGb === 3 ? ' for the first start' : ''}. Free some room and try again.`,
  )
}

/** Installs exactly what the lockfile names; skipped while neither it nor the workspace's manifests changed. */
async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .update(manifest.packageManager)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing packages (about a minute the first time)')
  const said = await runPnpm([
    '--yes',
    '--loglevel=error',
    manifest.packageManager,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
  ])
  if (said !== undefined) {
    const advice = /ENOTFOUND|ECONN|EAI_AGAIN|TIMEDOUT|FETCH|network/i.test(said)
      ? 'Check the connection to the package registry and try again.'
      : 'See it whole with: npx pnpm install --frozen-lockfile'
    fail(`The packages could not be installed: ${said} ${advice}`)
  }
  writeFileSync(stamp, wanted)
  say('Packages installed')
}

/** Runs npx in its own process group, which ends with us; resolves to the telling line of its output when it failed. */
function runPnpm(args) {
  return new Promise((resolve) => {
    const child = spawn('npx', args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DO_NOT_TRACK: '1', CI: process.env.CI ?? '1' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said = (said + chunk).slice(-20_000)
      })
    }
    const timer = setInterval(() => say('Still installing packages'), 15_000)
    const stop = () => {
      process.kill(-child.pid, 'SIGTERM')
      process.exit(130)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    const end = (failure) => {
      clearInterval(timer)
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve(failure)
    }
    child.once('error', (error) => end(`npx did not start (${error.message}).`))
    child.once('exit', (code) => {
      if (code === 0) return end(undefined)
      const lines = said.trim().split('\n')
      end(lines.find((line) => /ERR_|ENOSPC|EACCES|error/i.test(line)) ?? lines.at(-1) ?? `exit code ${code}.`)
    })
  })
}
