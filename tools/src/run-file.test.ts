import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { homePaths } from './home.ts'
import { isSameProcess, startToken } from './process-identity.ts'
import { claimRun, dropRun, findRun } from './run-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley run '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const fresh = { state: 'starting' as const, startedAt: new Date().toISOString(), ports: {}, urls: { web: 'http://127.0.0.1:1' }, parts: [] }

const sleeper = async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const pid = child.pid ?? 0
  return { pid, token: startToken(pid) ?? '', ended, end: () => child.kill('SIGKILL') }
}

describe('run.json', () => {
  it('is held by one live start at a time', async () => {
    const home = homePaths(folder)
    expect(await claimRun(home, fresh)).toBe(true)
    expect(await claimRun(home, fresh)).toBe(false)
    expect((await findRun(home))?.pid).toBe(process.pid)
    await dropRun(home)
    expect(await findRun(home)).toBeUndefined()
  })

  it('of a start that died is taken over, and only the programs it wrote down are ended', async () => {
    const home = homePaths(folder)
    const left = await sleeper()
    const stranger = await sleeper()
    const parts = [
      { name: 'web', source: '', restarts: 0, pid: left.pid, token: left.token },
      // The same id as when it was written, but another process by now.
      { name: 'worker-1', source: '', restarts: 0, pid: stranger.pid, token: 'another start' },
    ]
    await writeFile(home.run, JSON.stringify({ ...fresh, parts, pid: process.pid, token: 'a start that is over' }))
    expect(await findRun(home)).toBeUndefined()
    expect(await claimRun(home, fresh)).toBe(true)
    await left.ended
    expect(isSameProcess(stranger.pid, stranger.token)).toBe(true)
    stranger.end()
  })

  it('that is damaged counts as none', async () => {
    const home = homePaths(folder)
    await writeFile(home.run, '{')
    expect(await findRun(home)).toBeUndefined()
    expect(await claimRun(home, fresh)).toBe(true)
  })
})
