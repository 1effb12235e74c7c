import { expect, it } from 'vitest'
import { connectionDraftOf, connectionInputOf, keepsKeys, newConnectionDraft } from './connection-draft.ts'
import type { ListedCarrier, ListedConnection } from './telephony-types.ts'

const carrier: ListedCarrier = {
  kind: 'exotel',
  defaultApiBase: 'https://api.exotel.com',
  fields: [
    { name: 'apiToken', kind: 'secret', required: true, hint: 'exotelApiToken' },
    { name: 'addresses', kind: 'list', required: false, hint: 'exotelAddresses' },
  ],
}
const stored: ListedConnection = {
  ...{ id: 'c', carrier: 'exotel', name: 'Main', apiBase: 'https://proxy.example', maxCalls: 4, callsPerSecond: 0.5, enabled: true },
  ...{ areCredentialsReadable: true, numbers: 0, lastTest: null, updatedAt: new Date(0) },
}

it('sends what was typed and nothing else', () => {
  expect(connectionInputOf(connectionDraftOf(stored, carrier))).toEqual({
    ...{ id: 'c', carrier: 'exotel', name: 'Main', apiBase: 'https://proxy.example', maxCalls: 4, callsPerSecond: 0.5, enabled: true },
    keys: {},
  })
  const draft = { ...newConnectionDraft(carrier, ' New '), keys: { apiToken: ' t ', addresses: '192.0.2.1\n192.0.2.0/24, ', other: 'x' } }
  expect(connectionInputOf(draft)).toMatchObject({ name: 'New', keys: { apiToken: 't', addresses: ['192.0.2.1', '192.0.2.0/24'] } })
  expect(connectionInputOf(draft)).not.toHaveProperty('apiBase')
})

it('keeps stored keys for the address they were given for only', () => {
  const draft = connectionDraftOf(stored, carrier)
  expect(keepsKeys({ ...draft, apiBase: 'https://proxy.example/ ' }, stored)).toBe(true)
  expect(keepsKeys({ ...draft, apiBase: '' }, stored)).toBe(false)
  expect(keepsKeys(draft, { ...stored, areCredentialsReadable: false })).toBe(false)
  expect(keepsKeys(draft, undefined)).toBe(false)
})
