import { setTimeout as delay } from 'node:timers/promises'
import { signIn } from '@parley/bench'
import {
  type CarrierSimulator,
  type Contact,
  type ExotelSimulator,
  type SimulatedCall,
  startExotelSimulator,
  startTwilioSimulator,
  startVonageSimulator,
} from '@parley/testing'
import { createSignInUrl } from '@parley/tools'
import { z } from 'zod'
import { carrierPortsVariable, stackEnv } from './stack.ts'

const flowRows = z.array(z.object({ id: z.string(), name: z.string() }))
const saved = z.object({ id: z.string() })
const route = z.object({ answer: z.object({ state: z.enum(['routed', 'by-hand']), url: z.string().optional() }) })
export const begun = z.object({ callId: z.string() })
const callView = z.object({
  call: z.object({ status: z.string(), outcome: z.string().nullable(), failureCode: z.string().nullable() }),
  entries: z.array(z.looseObject({ kind: z.string() })),
})

export type Client = Awaited<ReturnType<typeof signIn>>
export type Kind = 'twilio' | 'vonage' | 'exotel'
const starters = { twilio: startTwilioSimulator, vonage: startVonageSimulator, exotel: startExotelSimulator }
const ports = () => (process.env[carrierPortsVariable] ?? '').split(' ').map(Number)

const isExotel = (carrier: CarrierSimulator): carrier is ExotelSimulator => 'setApplet' in carrier

/** A carrier (`at`: which of the ports) whose one number is taken over into the studio; `contact`: who is at a number. */
export async function connected(kind: Kind, at: number, own: string, contact: (number: string) => Contact) {
  const carrier: CarrierSimulator = await starters[kind]({
    port: ports()[at],
    numbers: [own],
    contact,
    ...(kind === 'exotel' ? { withFlow: true } : {}),
  })
  const client = await signIn(await createSignInUrl(await stackEnv()))
  const flow = flowRows.parse(await client.query('flows.list')).find(({ name }) => name === 'Appointments')
  const connection = saved.parse(
    await client.mutate('telephony.saveConnection', {
      carrier: kind,
      name: kind,
      apiBase: carrier.apiBase,
      maxCalls: 10,
      callsPerSecond: 10,
      enabled: true,
      keys: carrier.credentials,
    }),
  )
  const number = saved.parse(
    await client.mutate('telephony.saveNumber', {
      connectionId: connection.id,
      number: own,
      name: kind,
      flowId: flow?.id ?? null,
      routing: { hours: [] },
    }),
  )
  const { answer } = route.parse(await client.mutate('telephony.routeNumber', { id: number.id }))
  // What somebody has to type at the carrier, they type.
  if (isExotel(carrier) && answer.url !== undefined) carrier.setApplet(answer.url)
  return { carrier, client, flowId: flow?.id ?? '', connectionId: connection.id, numberId: number.id }
}

/** A call when it has ended. A dial whose answer came too late is looked for at the carrier for 45 s: a busy machine may take minutes. */
export async function whenOver(client: Client, callId: string) {
  const read = async () => callView.parse(await client.query('calls.get', { callId }))
  let view = await read()
  for (let tries = 0; tries < 300 && view.call.status !== 'ended'; tries += 1) {
    await delay(500)
    view = await read()
  }
  return view
}

export async function finished(call: SimulatedCall) {
  for (let tries = 0; tries < 120 && call.endedAt === undefined; tries += 1) await delay(500)
  return call
}
