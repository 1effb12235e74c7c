import { appendFileSync } from 'node:fs'
import { type CarrierFaults, type Contact, startTwilioSimulator } from '@parley/testing'
import { simulatorOrder, simulatorSettings } from './simulator-messages.ts'

const { callerId, again, register, isUnruly } = simulatorSettings.parse(JSON.parse(process.argv[2] ?? ''))
const mostLateMs = 600

/** They answer, listen without a sound, and stay until the other side hangs up. */
const contact: Contact = { ringMs: 20, isMute: true, talk: (_, ended) => ended }
const carrier = await startTwilioSimulator({
  ...again,
  numbers: [callerId],
  contact: () => contact,
  onDial: ({ reference, to }) => {
    if (register !== undefined) appendFileSync(register, `${reference} ${to}\n`)
  },
})
const unruly: CarrierFaults = { webhook: () => (Math.random() < 0.5 ? 'twice' : { lateMs: Math.random() * mostLateMs }) }
if (isUnruly) carrier.setFaults(unruly)

process.once('disconnect', () => process.exit())
process.on('message', (told) => {
  const { since } = simulatorOrder.parse(told)
  const calls = carrier.calls().filter(({ createdAt }) => createdAt >= since)
  process.send?.({ calls: calls.map(({ reference, createdAt, endedAt }) => ({ reference, createdAt, endedAt })) })
})
process.send?.({ apiBase: carrier.apiBase, credentials: carrier.credentials })
