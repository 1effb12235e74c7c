import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CarrierSimulator, type Contact, startExotelSimulator, startTwilioSimulator, startVonageSimulator } from '@parley/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { deps, type Studio, startStudio } from '../test/studio.ts'
import { type CarrierNews, type CarrierStatus, carrierTypes, DialUnknown, isOver, laterStatus } from './index.ts'

const from = '+33100000001'
const to = '+33612345678'
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

type Kind = keyof typeof carrierTypes
async function simulatorOf(kind: Kind, contact: () => Contact): Promise<CarrierSimulator> {
  if (kind === 'twilio') return startTwilioSimulator({ contact })
  return kind === 'vonage' ? startVonageSimulator({ contact }) : startExotelSimulator({ contact, withFlow: true })
}

async function setUp(kind: Kind, contact: Contact = { stayMs: 60 }) {
  const simulator = await simulatorOf(kind, () => contact)
  open.push(simulator)
  const studio = await startStudio(carrierTypes[kind], simulator)
  open.push(studio)
  if ('setApplet' in simulator && typeof simulator.setApplet === 'function') {
    const route = await studio.carrier.routeNumber(from, studio)
    simulator.setApplet(route.state === 'by-hand' ? route.url : '')
  }
  return { simulator, studio, carrier: studio.carrier, dial: (more = {}) => studio.carrier.dial(orderOf(studio, more)) }
}

const orderOf = ({ answerUrl, statusUrl }: Studio, more = {}) => ({
  to,
  from,
  reference: 'attempt-1',
  answerUrl,
  statusUrl,
  ringSeconds: 20,
  maxCallSeconds: 60,
  detectMachine: true,
  ...more,
})

/** Nobody listens there. */
async function closedAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

async function until(moment: () => boolean | Promise<boolean>) {
  for (const startedAt = Date.now(); !(await moment()); await sleep(10))
    if (Date.now() - startedAt > 10_000) throw new Error('It never came.')
}
const statusesOf = (news: readonly CarrierNews[]) => news.flatMap((each) => (each.type === 'status' ? [each] : []))
const known = (news: readonly CarrierNews[]) =>
  statusesOf(news).reduce<CarrierStatus | undefined>((sum, { status }) => laterStatus(sum, status), undefined)
const isKnownOver = (news: readonly CarrierNews[]) => isOver(known(news) ?? 'initiated')
const callIdOf = (result: Awaited<ReturnType<Studio['carrier']['dial']>>) => {
  if (result.outcome !== 'placed') throw new Error(`The dial was refused: ${result.code}.`)
  return result.carrierCallId
}
/** What this carrier cannot do, by its published API. */
const lacks: Record<Kind, readonly ('transfer' | 'hangUp' | 'list' | 'detection' | 'declined')[]> = {
  twilio: [],
  vonage: [],
  exotel: ['transfer', 'hangUp', 'list', 'detection', 'declined'],
}

describe.each(['twilio', 'vonage', 'exotel'] satisfies Kind[])('%s', (kind) => {
  const can = (what: (typeof lacks)[Kind][number]) => !lacks[kind].includes(what)

  test('the test of a connection passes, and otherwise names the step', async () => {
    const { simulator, carrier } = await setUp(kind)
    const passed = await carrier.test()
    expect(passed.map(({ step, state }) => `${step} ${state}`)).toEqual(['reach ok', 'signIn ok', 'permission ok', 'numbers ok'])
    const wrong = { ...simulator.credentials, authToken: 'wrong', apiSecret: 'wrong', apiToken: 'wrong' }
    const stranger = carrierTypes[kind].open({ credentials: wrong, apiBase: simulator.apiBase }, deps)
    expect((await stranger.test()).find(({ state }) => state === 'failed')).toMatchObject({ step: 'signIn', code: 'CARRIER_UNAUTHORIZED' })
    const nowhere = carrierTypes[kind].open({ credentials: simulator.credentials, apiBase: await closedAddress() }, deps)
    expect(await nowhere.test()).toMatchObject([
      { step: 'reach', state: 'failed', code: 'CARRIER_UNREACHABLE' },
      ...Array(3).fill({ state: 'skipped' }),
    ])
    const inside = carrierTypes[kind].open({ credentials: simulator.credentials, apiBase: 'https://10.0.0.1' }, deps)
    expect((await inside.test())[0]).toMatchObject({ step: 'reach', code: 'CARRIER_ADDRESS_REFUSED' })
  })

  test('a dial is placed once, asks for instructions, and its news carry the reference to its end', async () => {
    const { simulator, studio, carrier, dial } = await setUp(kind, { stayMs: 60, answeredBy: 'machine' })
    const id = callIdOf(await dial())
    await until(() => isKnownOver(studio.news))
    expect(known(studio.news)).toBe('completed')
    expect(studio.state.forged).toBe(0)
    expect(studio.news).toContainEqual({ type: 'answered', carrierCallId: id, reference: 'attempt-1' })
    for (const each of statusesOf(studio.news)) expect(each).toMatchObject({ carrierCallId: id, reference: 'attempt-1' })
    expect(statusesOf(studio.news).some(({ answeredBy }) => answeredBy === 'machine')).toBe(can('detection'))
    expect(await carrier.status(id)).toBe('completed')
    expect(simulator.dials).toMatchObject([{ to, from, reference: 'attempt-1', callId: id }])
  })

  test('what is refused was not dialled, and says whether later may help', async () => {
    const { simulator, dial } = await setUp(kind)
    const foreign = await dial({ from: '+33199999999' })
    expect(foreign).toMatchObject({ outcome: 'refused', retryable: false })
    expect(await dial({ to: '+1' })).toMatchObject({ outcome: 'refused', retryable: false })
    simulator.setFaults({ dial: () => ({ status: 429 }) })
    expect(await dial()).toEqual({ outcome: 'refused', code: 'CARRIER_RATE_LIMITED', retryable: true })
    const nowhere = await startStudio(carrierTypes[kind], { ...simulator, apiBase: await closedAddress() })
    open.push(nowhere)
    expect(await nowhere.carrier.dial(orderOf(nowhere))).toEqual({ outcome: 'refused', code: 'CARRIER_UNREACHABLE', retryable: true })
    expect(simulator.dials).toEqual([])
  })

  test.each([
    ['the answer is lost', { lost: true, isPlaced: true }],
    ['the answer is an error', { status: 503, isPlaced: true }],
  ] as const)('a dial of which nobody can know is found, not repeated: %s', async (_, fault) => {
    const { simulator, studio, carrier, dial } = await setUp(kind, { stayMs: 300 })
    const since = new Date()
    simulator.setFaults({ dial: () => fault })
    await expect(dial()).rejects.toThrow(DialUnknown)
    expect(simulator.dials).toHaveLength(1)
    const sought = { reference: 'attempt-1', to, from, since }
    const callId = simulator.dials[0]?.callId
    if (can('list')) expect(await carrier.find(sought)).toMatchObject({ state: 'found', carrierCallId: callId })
    else expect(await carrier.find(sought)).toEqual({ state: 'unsure' })
    await until(() => isKnownOver(studio.news))
    expect(await carrier.find(sought)).toMatchObject({ state: 'found', carrierCallId: callId, status: 'completed', by: 'numbers' })
    expect(statusesOf(studio.news)[0]).toMatchObject({ carrierCallId: callId, reference: 'attempt-1' })
    expect(simulator.dials).toHaveLength(1)
  })

  test('a dial that never arrived is not found', async () => {
    const { simulator, carrier, dial } = await setUp(kind)
    simulator.setFaults({ dial: () => ({ lost: true, isPlaced: false }) })
    await expect(dial()).rejects.toThrow(DialUnknown)
    const found = await carrier.find({ reference: 'attempt-1', to, from, since: new Date() })
    expect(found).toEqual({ state: can('list') ? 'none' : 'unsure' })
    simulator.setFaults({ api: () => ({ status: 500 }) })
    await expect(carrier.find({ reference: 'attempt-1', to, from, since: new Date() })).rejects.toMatchObject({
      code: 'CARRIER_FAILED',
      retryable: true,
    })
  })

  test.each([
    ['busy', 'busy', undefined],
    ['no-answer', 'no-answer', undefined],
    ['declined', 'busy', 'CALL_DECLINED'],
    ['failed', 'failed', undefined],
    ['invalid', 'failed', 'CALL_NUMBER_INVALID'],
  ] as const)('somebody is not reached: %s', async (refuses, status, code) => {
    const { studio, carrier, dial } = await setUp(kind, { refuses })
    const id = callIdOf(await dial())
    await until(() => isKnownOver(studio.news))
    const last = statusesOf(studio.news).at(-1)
    expect([last?.status, last?.code]).toEqual([status, can('declined') ? code : undefined])
    expect(await carrier.status(id)).toBe(status)
    expect(studio.news.some(({ type }) => type === 'answered')).toBe(false)
  })

  test('news that come late, twice and in another order lead to the same end', async () => {
    const { simulator, studio, dial } = await setUp(kind)
    const late: Record<string, number> = { initiated: 400, ringing: 300, 'in-progress': 250 }
    simulator.setFaults({ webhook: ({ state }) => (state in late ? { lateMs: late[state] ?? 0 } : 'twice') })
    callIdOf(await dial({ detectMachine: false }))
    await until(() => isKnownOver(studio.news))
    await sleep(450)
    expect(known(studio.news)).toBe('completed')
    const last = statusesOf(studio.news).filter(({ status }) => status === 'completed')
    expect(last).toHaveLength(2)
    expect(statusesOf(studio.news).at(-1)?.status).not.toBe('completed')
  })

  test('a request is believed only as it was sent', async () => {
    const { studio, carrier, dial } = await setUp(kind)
    callIdOf(await dial())
    await until(() => isKnownOver(studio.news))
    const request = studio.requests.find(({ body }) => body !== '')
    if (!request) throw new Error('No request came.')
    expect(await carrier.verify(request)).toBe(true)
    const forgeries = [
      { ...request, headers: { ...request.headers, authorization: undefined, 'x-twilio-signature': undefined } },
      { ...request, headers: { ...request.headers, authorization: 'Bearer e30.e30.', 'x-twilio-signature': 'AAAA' } },
      { ...request, headers: { ...request.headers, authorization: 'Basic x', 'x-twilio-signature': '' } },
      // Exotel's password says who sends, not what.
      ...(kind === 'exotel'
        ? []
        : [
            {
              ...request,
              body: request.body
                .replace('completed', 'busy')
                .replace('initiated', 'busy')
                .replace('started', 'busy')
                .replace('ringing', 'busy'),
            },
          ]),
    ]
    for (const forgery of forgeries) expect(await carrier.verify(forgery)).toBe(false)
  })

  test('hanging up ends the line at the carrier, and the socket with it', async () => {
    const { simulator, studio, carrier, dial } = await setUp(kind, { talk: (_, ended) => ended })
    const id = callIdOf(await dial())
    await until(() => studio.media.clients.size === 1)
    // Where the carrier cannot be asked, closing the socket is how a call is ended.
    if (!can('hangUp')) for (const socket of studio.media.clients) socket.close(1000)
    expect(await carrier.hangUp(id)).toBe('over')
    await until(() => studio.media.clients.size === 0)
    expect(simulator.call(id)?.state).toBe('completed')
    expect(await carrier.hangUp(id)).toBe('over')
    await until(() => isKnownOver(studio.news))
  })

  test('a contact is moved to somebody else; a call that is over is gone', async () => {
    const { simulator, studio, carrier, dial } = await setUp(kind, { talk: (_, ended) => ended })
    const id = callIdOf(await dial())
    await until(() => studio.media.clients.size === 1)
    const order = { to: '+33987654321', from, ringSeconds: 20 }
    if (!can('transfer')) return expect(await carrier.transfer(id, order)).toBe('unsupported')
    expect(await carrier.transfer(id, order)).toBe('moved')
    await until(() => studio.media.clients.size === 0)
    expect(simulator.call(id)).toMatchObject({ state: 'in-progress', movedTo: '+33987654321' })
    expect(await carrier.hangUp(id)).toBe('over')
    expect(await carrier.transfer(id, order)).toBe('gone')
  })

  test('a socket that dies does not end the call where the carrier can ask again', async () => {
    const { simulator, studio, dial } = await setUp(kind, { talk: (_, ended) => ended })
    const id = callIdOf(await dial())
    await until(() => studio.media.clients.size === 1)
    for (const socket of studio.media.clients) socket.terminate()
    if (kind === 'exotel') return until(() => simulator.call(id)?.state === 'completed')
    await until(() => studio.requests.some(({ url }) => url.includes('/resume')))
    await until(() => simulator.call(id)?.onMedia === true && studio.media.clients.size === 1)
    expect(studio.state.forged).toBe(0)
  })

  test('numbers are listed and routed, calls come in, and are turned away', async () => {
    const contact: Contact = { stayMs: 300 }
    const { simulator, studio, carrier } = await setUp(kind, contact)
    expect((await carrier.listNumbers()).map(({ number }) => number)).toContain(from)
    await carrier.routeNumber(from, studio)
    await expect(carrier.routeNumber('+33199999999', studio)).rejects.toMatchObject({ code: 'CARRIER_NUMBER_UNKNOWN' })
    const call = simulator.callIn({ from: to, to: from })
    await until(() => studio.news.length > 0 && isOver(simulator.call(call.id)?.state === 'completed' ? 'completed' : 'ringing'))
    expect(studio.news.find(({ type }) => type === 'inbound')).toEqual({ type: 'inbound', carrierCallId: call.id, from: to, to: from })
    studio.state.answer = (news) => (news.type === 'inbound' ? carrierTypes[kind].replies.reject('busy') : undefined)
    contact.stayMs = undefined
    const turnedAway = simulator.callIn({ from: to, to: from })
    await until(() => simulator.call(turnedAway.id)?.endedAt !== undefined)
    expect(simulator.call(turnedAway.id)?.endedBy).not.toBe('contact')
  })
})
