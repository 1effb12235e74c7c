import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSupervisor } from './supervisor.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley supervisor '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const program = (script: string) => ({
  command: process.execPath,
  args: ['-e', script],
  env: {},
  logFile: path.join(folder, 'part.log'),
  graceMs: 500,
})
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('createSupervisor', () => {
  it('brings a killed program back and says so; stopping ends it for good', async () => {
    const notices: string[] = []
    const supervisor = createSupervisor(
      () => undefined,
      (line) => notices.push(line),
    )
    const first = await supervisor.start('worker-1', '', program('setInterval(() => {}, 1000)'), () => delay(50))
    process.kill(first.pid, 'SIGKILL')
    await vi.waitFor(() => expect(supervisor.parts()[0]).toMatchObject({ restarts: 1, pid: expect.any(Number) }), 3_000)
    const [second] = supervisor.pids('worker')
    expect(second).not.toBe(first.pid)
    expect(notices[0]).toContain('worker-1 ended by SIGKILL')
    await supervisor.stop(['worker'])
    expect(isAlive(second ?? 0)).toBe(false)
    await delay(150)
    expect(supervisor.pids('worker')).toEqual([])
  })

  it('fails the start with the log when a program ends before it is ready', async () => {
    const supervisor = createSupervisor(
      () => undefined,
      () => undefined,
    )
    const start = supervisor.start('web', '', program('process.exit(3)'), () => delay(5_000))
    await expect(start).rejects.toMatchObject({
      code: 'PART_ENDED',
      message: expect.stringMatching(/web ended with exit code 3.*part\.log/),
    })
    await supervisor.stop([])
  })

  it('ends a program that does not listen to SIGTERM, with everything it started', async () => {
    const supervisor = createSupervisor(
      () => undefined,
      () => undefined,
    )
    const stubborn = `
      const { spawn } = require('node:child_process')
      process.on('SIGTERM', () => {})
      spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      setInterval(() => {}, 1000)`
    const child = await supervisor.start('web', '', program(stubborn), () => delay(400))
    await supervisor.stop(['web'])
    await vi.waitFor(() => expect(isAlive(-child.pid)).toBe(false), 3_000)
  })
})
