import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'
import { choosePorts, isPortFree } from './ports.ts'

const servers: ReturnType<typeof createServer>[] = []
const occupy = () =>
  new Promise<number>((resolve) => {
    const server = createServer()
    servers.push(server)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

describe('choosePorts', () => {
  it('names the port, who needs it and the variable that moves it when another program holds it', async () => {
    const port = await occupy()
    const env = readEnv({ PARLEY_WEB_PORT: String(port) })
    await expect(choosePorts('default', new Set(['web']), env)).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: `Port ${port} is taken by another program, and the studio needs it. Stop that program, or give the studio another port: PARLEY_WEB_PORT=${port + 1} npm start`,
    })
  })

  it('does not mind a taken port that nothing of this stack needs', async () => {
    const port = await occupy()
    const ports = await choosePorts('default', new Set(), readEnv({ PARLEY_WEB_PORT: String(port) }))
    expect(ports.web).toBe(port)
    expect(ports.postgres).toBe(5433)
  })

  it('gives different free ports for a throwaway stack, whatever the variables say', async () => {
    const port = await occupy()
    const names = ['web', 'postgres', 'temporal', 'temporalUi', 'livekit', 'speech'] as const
    const ports = await choosePorts('free', new Set(names), readEnv({ PARLEY_WEB_PORT: String(port) }))
    const chosen = names.map((name) => ports[name])
    expect(new Set(chosen).size).toBe(names.length)
    expect(chosen).not.toContain(port)
    for (const one of chosen) expect(await isPortFree(one)).toBe(true)
  })

  it('refuses a variable that is no port, by its name', () => {
    expect(() => readEnv({ PARLEY_WEB_PORT: '70000' })).toThrow(/PARLEY_WEB_PORT/)
  })
})
