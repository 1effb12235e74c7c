import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findProgram, pinnedVersion, programs } from './find-program.ts'

let folder: string
let places: { searchPath: string; cacheFolder: string }
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley find '))
  places = { searchPath: path.join(folder, 'bin'), cacheFolder: path.join(folder, 'cache') }
  for (const one of [places.searchPath, places.cacheFolder]) await mkdir(one)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const install = async (file: string, mode = 0o755) => {
  await writeFile(file, '#!/bin/sh\n', { mode })
  return file
}

describe('findProgram', () => {
  it('takes PATH before the cache, the cache before a build, and names the choices when there is none', async () => {
    const version = await pinnedVersion(programs.livekit)
    expect(version).toMatch(/^1\.\d+\.\d+$/)
    const cachePath = path.join(places.cacheFolder, `livekit-server-${version}`)

    await expect(findProgram(programs.livekit, places)).rejects.toMatchObject({
      code: 'PROGRAM_MISSING',
      message: expect.stringMatching(/`livekit-server` .* on PATH.*Go.*docker compose.*LIVEKIT_URL/s),
    })
    const go = await install(path.join(places.searchPath, 'go'))
    expect(await findProgram(programs.livekit, places)).toEqual({ build: { cachePath, go } })
    await install(cachePath)
    expect(await findProgram(programs.livekit, places)).toEqual({ path: cachePath, source: cachePath })
    const onPath = await install(path.join(places.searchPath, 'livekit-server'))
    expect(await findProgram(programs.livekit, places)).toEqual({ path: onPath, source: onPath })
  })

  it('passes over a file that cannot be run', async () => {
    await install(path.join(places.searchPath, 'temporal'), 0o644)
    await expect(findProgram(programs.temporal, places)).rejects.toMatchObject({ code: 'PROGRAM_MISSING' })
  })
})
