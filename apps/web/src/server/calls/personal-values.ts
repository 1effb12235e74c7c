import type { CallEvent, Effect, JournalEntry, Json, ToolName } from '@parley/flow-runtime'

/** Shorter values ("1", "am") would tear holes into every other word. */
const shortest = 3

type Reader = (value: Json | undefined) => void

/** What a tool is given of a person, whatever the names of the flow's variables; of the others only what personal variables hold. */
const givenOfPerson: Partial<Record<ToolName, readonly string[]>> = {
  'calendar.book': ['name', 'phone'],
  'calendar.findAppointments': ['name', 'phone'],
  'contact.find': ['value'],
  'contact.update': ['value', 'fields'],
  'message.send': ['to'],
}

/** Every personal value of a call as text, and the words it was heard in; longest first. `names`: the personal variables. */
export function personalValues(entries: readonly JournalEntry[], names: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  const add: Reader = (value) => {
    if (Array.isArray(value)) for (const item of value) add(item)
    else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) add(item)
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    if (text.length >= shortest) found.add(text)
  }
  const addNamed = (values: Readonly<Record<string, Json>>) => {
    for (const [name, value] of Object.entries(values)) if (names.has(name)) add(value)
  }
  for (const entry of entries) {
    if (entry.kind === 'event') ofEvent(entry.event, names, add, addNamed)
    if (entry.kind !== 'step') continue
    addNamed(entry.state.variables)
    for (const { name, value } of entry.decisions.flatMap(({ candidates }) => candidates)) if (names.has(name)) add(value)
    for (const effect of entry.effects) ofEffect(effect, add, addNamed)
  }
  return [...found].sort((a, b) => b.length - a.length)
}

function ofEvent(event: CallEvent, names: ReadonlySet<string>, add: Reader, addNamed: (values: Readonly<Record<string, Json>>) => void) {
  if (event.type === 'callStarted') {
    const { name, phone, email, fields } = event.facts.contact ?? {}
    for (const value of [name, phone, email, fields, event.facts.lead]) add(value)
  }
  if (event.type === 'understood') {
    for (const slot of event.result.slots.filter(({ name }) => names.has(name))) {
      add(slot.value)
      add(slot.raw)
    }
  }
  if (event.type === 'generated') addNamed(event.result.values)
  if (event.type === 'toolFinished' && isRecord(event.result)) {
    add(event.result.contact)
    addNamed(event.result)
  }
}

function ofEffect(effect: Effect, add: Reader, addNamed: (values: Readonly<Record<string, Json>>) => void) {
  if ((effect.type !== 'callTool' && effect.type !== 'startTask') || !isRecord(effect.input)) return
  addNamed(effect.input)
  if (effect.type === 'callTool') for (const field of givenOfPerson[effect.tool] ?? []) add(effect.input[field])
}

const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
