import { createHash } from 'node:crypto'
import { startTwilioSimulator, startVonageSimulator } from '@parley/testing'
import { verifySignature } from '@vonage/jwt'
import createTwilio, { validateRequest, validateRequestWithBody } from 'twilio'
import { afterEach, expect, test } from 'vitest'
import { startStudio } from '../test/studio.ts'
import { carrierTypes } from './index.ts'
import { twilioSignature } from './twilio/twilio-signature.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})
const order = {
  to: '+33612345678',
  from: '+33100000001',
  reference: 'attempt-1',
  ringSeconds: 20,
  maxCallSeconds: 60,
  detectMachine: false,
}
const text = (value: unknown) => (typeof value === 'string' ? value : '')

test('Twilio’s own library believes what the simulator signs, and we what it would sign, with the port and without', async () => {
  const simulator = await startTwilioSimulator()
  open.push(simulator)
  const studio = await startStudio(carrierTypes.twilio, simulator)
  open.push(studio)
  await studio.carrier.dial({ ...order, ...studio })
  while (studio.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  const [request] = studio.requests
  if (!request) throw new Error('No request came.')
  const token = text(simulator.credentials.authToken)
  const signature = request.headers['x-twilio-signature'] ?? ''
  expect(validateRequest(token, signature, request.url, Object.fromEntries(new URLSearchParams(request.body)))).toBe(true)

  const json = '{"CallSid":"CA1","CallStatus":"completed"}'
  const form = 'CallSid=CA1&To=%2B33&To=%2B33&Name=&Z=a+b'
  for (const [signed, seen] of [
    ['https://parley.example/hook?a=1', 'https://parley.example/hook?a=1'],
    ['https://parley.example:443/hook?a=1', 'https://parley.example/hook?a=1'],
    ['https://parley.example/hook?a=1', 'https://parley.example:8443/hook?a=1'],
  ] as const) {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilioSignature(token, signed, new URLSearchParams(form)),
    }
    expect(await studio.carrier.verify({ method: 'POST', url: seen, headers, body: form })).toBe(true)
    expect(await studio.carrier.verify({ method: 'POST', url: seen.replace('a=1', 'a=2'), headers, body: form })).toBe(false)
  }
  const url = `https://parley.example/hook?bodySHA256=${createHash('sha256').update(json).digest('hex')}`
  const headers = { 'content-type': 'application/json', 'x-twilio-signature': twilioSignature(token, url, new URLSearchParams()) }
  expect(validateRequestWithBody(token, headers['x-twilio-signature'], url, json)).toBe(true)
  expect(await studio.carrier.verify({ method: 'POST', url, headers, body: json })).toBe(true)
  expect(await studio.carrier.verify({ method: 'POST', url, headers, body: json.replace('completed', 'busy') })).toBe(false)
  expect(await studio.carrier.verify({ method: 'POST', url: url.replace(/\?.*/, ''), headers, body: json })).toBe(false)
})

test('Twilio’s own client understands the simulator', async () => {
  const simulator = await startTwilioSimulator({ contact: () => ({ stayMs: 50 }) })
  open.push(simulator)
  const client = createTwilio(text(simulator.credentials.accountSid), text(simulator.credentials.authToken))
  const send = client.httpClient.request.bind(client.httpClient)
  client.httpClient.request = (options) => send({ ...options, uri: options.uri.replace('https://api.twilio.com', simulator.apiBase) })
  await expect(client.calls.create({ to: 'nobody', from: order.from, url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({ code: 21211 })
  const [number] = await client.incomingPhoneNumbers.list({ limit: 1 })
  expect(number?.phoneNumber).toBe(order.from)
})

test('Vonage’s own library believes what the simulator signs', async () => {
  const simulator = await startVonageSimulator()
  open.push(simulator)
  const studio = await startStudio(carrierTypes.vonage, simulator)
  open.push(studio)
  await studio.carrier.dial({ ...order, ...studio })
  while (studio.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  const token = (studio.requests[0]?.headers.authorization ?? '').replace('Bearer ', '')
  expect(verifySignature(token, text(simulator.credentials.signatureSecret))).toBe(true)
})
