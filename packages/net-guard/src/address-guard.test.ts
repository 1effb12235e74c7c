import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAddressGuard, originsOf } from './address-guard.ts'

let asked = 0
const server = createServer((request, response) => {
  asked += 1
  if (request.url === '/elsewhere') response.writeHead(302, { location: 'http://127.0.0.1:1/' })
  response.end('here')
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const named = (addresses: readonly string[]) => ({
  loopback: false,
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
})

describe('an address that whoever runs the installation vouches for', () => {
  it('is called at its own port only', async () => {
    const guard = createAddressGuard({ loopback: false, trusted: originsOf(`http://127.0.0.1:${port}/v1, https://models.lan`) })
    expect(await guard.refusal(`http://127.0.0.1:${port}/other`)).toBeUndefined()
    expect(await (await guard.fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
    expect(await guard.refusal('https://models.lan/v1')).toBeUndefined()
    expect(await guard.refusal('http://127.0.0.1:1/')).toBe('NOT_HTTPS')
    expect(() => originsOf('models.lan')).toThrow()
  })
})

describe('an address that somebody typed', () => {
  const guard = createAddressGuard({ loopback: false })

  it.each([
    'https://127.0.0.1/v1',
    'https://127.1/v1',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://172.31.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.100.100.200/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[2002:7f00:1::]/',
  ])('is refused where it is no public one: %s', async (url) => {
    expect(await guard.refusal(url)).toBe('PRIVATE_ADDRESS')
    await expect(guard.fetch(url)).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' })
  })

  it.each(['https://8.8.8.8/', 'https://[2606:4700:4700::1111]/'])('may be a public one: %s', async (url) => {
    expect(await guard.refusal(url)).toBeUndefined()
  })

  it.each(['http://8.8.8.8/', 'ftp://8.8.8.8/', 'file:///etc/passwd', `http://127.0.0.1:80/`])('must be https: %s', async (url) => {
    expect(await guard.refusal(url)).toBe('NOT_HTTPS')
    await expect(guard.fetch(url)).rejects.toMatchObject({ code: 'NOT_HTTPS' })
  })

  it('is judged by what its name stands for, all of it', async () => {
    expect(await createAddressGuard(named(['8.8.8.8'])).refusal('https://api.example/')).toBeUndefined()
    expect(await createAddressGuard(named(['8.8.8.8', '10.0.0.1'])).refusal('https://api.example/')).toBe('PRIVATE_ADDRESS')
    expect(await createAddressGuard(named(['8.8.8.8', '::1'])).refusal('https://api.example/')).toBe('PRIVATE_ADDRESS')
    expect(await createAddressGuard(named([])).refusal('https://api.example/')).toBe('UNKNOWN_HOST')
    expect(await guard.refusal('no address')).toBe('UNKNOWN_HOST')
  })

  it('is judged again by the look-up of the connection, and nothing is sent there', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']]
    const changing = createAddressGuard({ loopback: false, resolve: async () => named(answers.shift() ?? []).resolve() })
    expect(await changing.refusal(`https://api.example:${port}/`)).toBeUndefined()
    const before = asked
    await expect(changing.fetch(`https://api.example:${port}/`)).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' })
    expect(asked).toBe(before)
  })
})

describe('in development', () => {
  it('servers on this machine may be called, and only those without https', async () => {
    const guard = createAddressGuard({ loopback: true })
    expect(await (await guard.fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
    expect(await (await guard.fetch(`http://localhost:${port}/`)).text()).toBe('here')
    expect(await guard.refusal('http://8.8.8.8/')).toBe('PRIVATE_ADDRESS')
    expect(await guard.refusal('http://192.168.0.1/')).toBe('PRIVATE_ADDRESS')
    expect(await guard.refusal('https://192.168.0.1/')).toBe('PRIVATE_ADDRESS')
  })

  it('redirects are not followed', async () => {
    const guard = createAddressGuard({ loopback: true })
    expect((await guard.fetch(`http://127.0.0.1:${port}/elsewhere`)).status).toBe(302)
  })
})
