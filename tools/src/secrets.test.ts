import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHome } from './home.ts'
import { openSecrets } from './secrets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley secrets '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const modeOf = async (file: string) => (await stat(file)).mode & 0o777

describe('openSecrets', () => {
  it('makes secrets once, readable by their owner only, and gives the same ever after', async () => {
    const home = await openHome(path.join(folder, 'new'))
    const first = await openSecrets(home.secrets)
    expect(await modeOf(home.secrets)).toBe(0o600)
    expect((await modeOf(home.folder)) & 0o066).toBe(0)
    expect(await openSecrets(home.secrets)).toEqual(first)
    expect(Buffer.from(first.encryptionKey, 'base64')).toHaveLength(32)
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length)
  })

  it('closes a file that somebody opened', async () => {
    const file = path.join(folder, 'secrets.json')
    await openSecrets(file)
    await chmod(file, 0o644)
    await openSecrets(file)
    expect(await modeOf(file)).toBe(0o600)
  })

  it('leaves a damaged file alone and says so', async () => {
    const file = path.join(folder, 'secrets.json')
    await writeFile(file, '{"nextAuthSecret": ')
    await expect(openSecrets(file)).rejects.toMatchObject({ code: 'SECRETS_DAMAGED', message: expect.stringContaining(file) })
  })
})
