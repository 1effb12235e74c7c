import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import type { ToolsEnv } from './env.ts'
import { StackError } from './stack-error.ts'

export type PortName = 'web' | 'postgres' | 'temporal' | 'temporalUi' | 'livekit' | 'livekitUdp' | 'speech'
export type Ports = Record<PortName, number>
type PortUse = { default: number; variable: keyof ToolsEnv; neededBy: string; protocol: 'tcp' | 'udp' }

/** Every port of the local stack: who needs it and which variable moves it. */
export const portTable: Record<PortName, PortUse> = {
  web: { default: 3000, variable: 'PARLEY_WEB_PORT', neededBy: 'the studio', protocol: 'tcp' },
  postgres: { default: 5433, variable: 'PARLEY_POSTGRES_PORT', neededBy: 'the database', protocol: 'tcp' },
  temporal: { default: 7233, variable: 'PARLEY_TEMPORAL_PORT', neededBy: 'the Temporal server', protocol: 'tcp' },
  temporalUi: { default: 8233, variable: 'PARLEY_TEMPORAL_UI_PORT', neededBy: "the Temporal server's pages", protocol: 'tcp' },
  livekit: { default: 7880, variable: 'PARLEY_LIVEKIT_PORT', neededBy: 'the LiveKit server', protocol: 'tcp' },
  livekitUdp: { default: 7882, variable: 'PARLEY_LIVEKIT_UDP_PORT', neededBy: "the LiveKit server's audio (UDP)", protocol: 'udp' },
  speech: { default: 7070, variable: 'SPEECH_SERVER_PORT', neededBy: 'the speech server', protocol: 'tcp' },
}

type Held = { port: number; release: () => Promise<void> }

const holdTcp = (port: number): Promise<Held> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        release: () => new Promise((done) => server.close(() => done())),
      })
    })
  })

const holdUdp = (port: number): Promise<Held> =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () =>
      resolve({ port: socket.address().port, release: () => new Promise((done) => socket.close(() => done())) }),
    )
  })

const hold = (port: number, protocol: 'tcp' | 'udp') => (protocol === 'udp' ? holdUdp(port) : holdTcp(port))

/** Below the range from which the system takes ports of outgoing connections: between finding and using a port nobody is given it. */
const freeFrom = 20_000
const freeTo = 32_000

async function holdAny(protocol: 'tcp' | 'udp'): Promise<Held> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const held = await hold(randomInt(freeFrom, freeTo), protocol).catch(() => undefined)
    if (held) return held
  }
  throw new StackError('NO_FREE_PORT', `No free port was found between ${freeFrom} and ${freeTo}.`)
}

/** So many free TCP ports, held until `release`, so that nobody else finds them meanwhile. Throws NO_FREE_PORT. */
export async function holdFreePorts(count: number): Promise<{ ports: number[]; release(): Promise<void> }> {
  const held: Held[] = []
  const release = async () => void (await Promise.all(held.map((one) => one.release())))
  try {
    while (held.length < count) held.push(await holdAny('tcp'))
  } catch (error) {
    await release()
    throw error
  }
  return { ports: held.map(({ port }) => port), release }
}

/** True when a program of this machine could listen there now. */
export const isPortFree = (port: number, protocol: 'tcp' | 'udp' = 'tcp'): Promise<boolean> =>
  hold(port, protocol).then(
    async (held) => {
      await held.release()
      return true
    },
    () => false,
  )

/** The sentence for a port that something else holds. */
export const portTakenMessage = (name: PortName, port: number): string => {
  const { neededBy, variable } = portTable[name]
  return `Port ${port} is taken by another program, and ${neededBy} needs it. Stop that program, or give ${neededBy} another port: ${variable}=${port + 1} npm start`
}

/** The port each name has in a default stack: the variable when set, the table's default otherwise. */
export const defaultPorts = (env: ToolsEnv): Ports => {
  const of = (name: PortName) => {
    const chosen = env[portTable[name].variable]
    return typeof chosen === 'number' ? chosen : portTable[name].default
  }
  return {
    web: of('web'),
    postgres: of('postgres'),
    temporal: of('temporal'),
    temporalUi: of('temporalUi'),
    livekit: of('livekit'),
    livekitUdp: of('livekitUdp'),
    speech: of('speech'),
  }
}

/**
 * Ports for a stack. 'default': those of the table or its variables, and a StackError when one that is `needed` is taken;
 * 'free': any that are free now, all held until the last is found, so no two are equal.
 */
export async function choosePorts(mode: 'default' | 'free', needed: ReadonlySet<PortName>, env: ToolsEnv): Promise<Ports> {
  const ports = defaultPorts(env)
  const held: Held[] = []
  try {
    for (const name of needed) {
      try {
        const { protocol } = portTable[name]
        const one = mode === 'free' ? await holdAny(protocol) : await hold(ports[name], protocol)
        held.push(one)
        ports[name] = one.port
      } catch (error) {
        if (error instanceof StackError) throw error
        throw new StackError('PORT_TAKEN', portTakenMessage(name, ports[name]))
      }
    }
  } finally {
    await Promise.all(held.map((one) => one.release()))
  }
  return ports
}
