import { type CallEvent, type Effect, type Flow, type JournalEntry, replay, type Stepped } from '@parley/flow-runtime'

export type Restored = {
  stepped: Stepped
  failureCode?: string
  /** The last event's step was not stored any more. */
  stepMissing: boolean
  /** What is to be performed again: all that is awaited, a pause with the time that is left, and what is not awaited but may not be done. */
  again: (now: number) => Effect[]
  /** Names of secret entries whose first digits only the earlier process knew. */
  lostSecrets: readonly string[]
}

/** The state a journal leaves; undefined when the conversation had not begun. Throws where the flow itself would. */
export function restore(flow: Flow, journal: readonly JournalEntry[]): Restored | undefined {
  const events: CallEvent[] = []
  const kept = new Set<string>()
  let failureCode: string | undefined
  let stepMissing = false
  for (const entry of journal) {
    if (entry.kind === 'step') stepMissing = false
    if (entry.kind === 'note' && entry.code === 'RECORD_KEPT') kept.add(entry.detail?.split(' ')[0] ?? '')
    if (entry.kind !== 'event') continue
    events.push(entry.event)
    stepMissing = true
    if (entry.event.type === 'providerFailed') failureCode ??= entry.event.code
  }
  if (events.length === 0) return undefined
  const steps = replay(flow, events)
  const stepped = steps.at(-1)
  if (!stepped) return undefined
  const issued = steps.flatMap(({ effects }, at) => effects.map((effect) => ({ effect, at: events[at]?.at ?? 0 })))
  return { stepped, failureCode, stepMissing, again: (now) => again(stepped, issued, kept, now), lostSecrets: lostSecrets(steps, events) }
}

type Issued = readonly { effect: Effect; at: number }[]

function again({ state }: Stepped, issued: Issued, kept: ReadonlySet<string>, now: number): Effect[] {
  const undone = issued.flatMap(({ effect }): Effect[] => {
    if (effect.type === 'record') return kept.has(effect.id) ? [] : [effect]
    return effect.type === 'startTask' && state.tasks[effect.id]?.status === 'running' ? [effect] : []
  })
  const awaited = state.awaiting.map((effect): Effect => {
    if (effect.type !== 'wait') return effect
    const since = issued.find(({ effect: { id } }) => id === effect.id)?.at ?? now
    return { ...effect, ms: Math.max(0, since + effect.ms - now) }
  })
  return [...undone, ...awaited]
}

/** The entries into which a digit was typed. */
function lostSecrets(steps: readonly Stepped[], events: readonly CallEvent[]): string[] {
  const lost = new Set<string>()
  let listening: string | undefined
  for (const [at, event] of events.entries()) {
    if (event.type === 'keyPressed' && event.key === '•' && listening !== undefined) lost.add(listening)
    for (const effect of steps[at]?.effects ?? []) if (effect.type === 'listen') listening = effect.keys?.secret
  }
  return [...lost]
}
