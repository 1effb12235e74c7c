import type { ConnectionInput, ListedCarrier, ListedConnection } from './telephony-types.ts'

/** A connection while it is typed. `keys`: by the name of their field, as they stand in it. */
export type ConnectionDraft = {
  id?: string
  carrier: ListedCarrier
  name: string
  apiBase: string
  keys: Readonly<Record<string, string>>
  maxCalls: number
  callsPerSecond: number
  enabled: boolean
}

export const newConnectionDraft = (carrier: ListedCarrier, name: string): ConnectionDraft => ({
  ...{ carrier, name, apiBase: '', keys: {}, maxCalls: 10, callsPerSecond: 1, enabled: true },
})

export const connectionDraftOf = (stored: ListedConnection, carrier: ListedCarrier): ConnectionDraft => {
  const { id, name, apiBase, maxCalls, callsPerSecond, enabled } = stored
  return { id, carrier, name, apiBase: apiBase ?? '', keys: {}, maxCalls, callsPerSecond, enabled }
}

/** Whether stored keys may be left as they are: they go to no other address than the one they were given for. */
export const keepsKeys = ({ apiBase }: ConnectionDraft, stored: ListedConnection | undefined): boolean =>
  stored?.areCredentialsReadable === true && (stored.apiBase ?? '') === withoutEnd(apiBase)

/** As the server takes it: keys that are empty are left out, those of a list are split by lines. */
export function connectionInputOf({ carrier, name, apiBase, keys, ...rest }: ConnectionDraft): ConnectionInput {
  const typed = carrier.fields.flatMap((field) => {
    const text = (keys[field.name] ?? '').trim()
    if (text === '') return []
    return [[field.name, field.kind === 'list' ? text.split(/[\s,]+/).filter((entry) => entry !== '') : text] as const]
  })
  const address = withoutEnd(apiBase)
  return { ...rest, carrier: carrier.kind, name: name.trim(), keys: Object.fromEntries(typed), ...(address ? { apiBase: address } : {}) }
}

const withoutEnd = (url: string) => url.trim().replace(/\/+$/, '')
