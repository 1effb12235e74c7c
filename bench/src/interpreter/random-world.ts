import type { CallEvent, CallState, Effect, EffectOf, FilledSlot, Json, SlotRequest } from '@parley/flow-runtime'

/** A world that answers what a call awaits, mostly as a helpful caller and sometimes otherwise. */
export function randomWorld(random: () => number): (state: CallState, at: number) => CallEvent {
  const one = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0]

  function nextEvent(state: CallState, at: number): CallEvent {
    const effect = state.awaiting[random() < 0.85 ? 0 : state.awaiting.length - 1]
    if (!effect || random() < 0.03) return fromOutside(state, at)
    return { ...answerTo(effect), at }
  }

  function fromOutside({ tasks }: CallState, at: number): CallEvent {
    const [taskId] = Object.keys(tasks)
    if (taskId !== undefined && random() < 0.5) return { type: 'taskFinished', at, taskId, outcome: 'ok', result: true }
    return one<CallEvent>([
      { type: 'keyPressed', at, key: '1' },
      { type: 'outsideEvent', at, name: 'beep', data: null },
      { type: 'speechFinished', at, effectId: 'e1', completed: true, heard: '' },
    ])
  }

  function answerTo(effect: Effect): CallEvent {
    const { id: effectId } = effect
    const at = 0
    switch (effect.type) {
      case 'say': {
        const completed = random() < 0.9
        return { type: 'speechFinished', at, effectId, completed, heard: completed ? effect.text : effect.text.slice(0, 12) }
      }
      case 'listen':
        if (random() < 0.1) return { type: 'contactSilent', at, effectId }
        return {
          type: 'contactSaid',
          at,
          effectId,
          text: 'on Tuesday at three for four please',
          confidence: 0.9,
          language: effect.language,
        }
      case 'understand':
        return { type: 'understood', at, effectId, result: understood(effect) }
      case 'callTool':
        return random() < 0.1
          ? { type: 'toolFinished', at, effectId, outcome: 'error', result: null }
          : { type: 'toolFinished', at, effectId, outcome: 'ok', result: toolResult(effect) }
      case 'generate': {
        const result = { text: 'I see.', exit: null, tool: null, values: {}, tookMs: 1, engine: 'random' }
        return {
          type: 'generated',
          at,
          effectId,
          result: { ...result, exit: random() < 0.5 ? (effect.request.exits[0]?.name ?? null) : null },
        }
      }
      case 'transfer':
        return { type: 'transferFinished', at, effectId, outcome: one(['connected', 'failed', 'declined', 'noAnswer']) }
      case 'wait':
        return { type: 'waitFinished', at, effectId }
      default:
        return { type: 'hungUp', at, by: 'agent' }
    }
  }

  function understood({ request }: EffectOf<'understand'>) {
    const named = request.intents[Math.floor(random() * request.intents.length)]
    const intent = named && random() < 0.9 ? named.name : null
    const confidence = intent === null ? 0.1 : 0.3 + random() * 0.65
    const candidates = request.intents.slice(0, 3).map(({ name }) => ({ intent: name, confidence: confidence / 2 }))
    const slots = request.slots.flatMap((slot) => (random() < 0.8 ? filled(slot) : []))
    return { intent, confidence, candidates, slots, reason: 'random', engine: 'random', tookMs: 1 }
  }

  function filled({ name, type, choices = [] }: SlotRequest): FilledSlot[] {
    const choice = choices[Math.floor(random() * choices.length)]?.value
    const value = type === 'choice' ? choice : values[type]
    return value === undefined ? [] : [{ name, value, raw: String(value), confidence: 0.9 }]
  }

  function toolResult({ tool }: EffectOf<'callTool'>): Json {
    const free = { startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' }
    if (tool === 'calendar.findTimes') {
      return { exact: random() < 0.5, times: [free], service: { name: 'Cleaning', durationMin: 30 } }
    }
    if (tool === 'calendar.book' || tool === 'calendar.reschedule') return { booked: true, appointmentId: 'a', ...free }
    return { found: false, sent: true, cancelled: true, appointments: [], answer: null, sources: [], status: 200, body: null }
  }

  return nextEvent
}

/** What was found for a slot of each type. */
const values: Partial<Record<SlotRequest['type'], FilledSlot['value']>> = {
  text: 'a leaking tap',
  number: 4,
  boolean: true,
  date: '2026-11-24',
  time: '15:00',
  dateTime: '2026-11-24T15:00:00+01:00',
  duration: 'PT30M',
  phone: '+15550100',
  email: 'ada@example.com',
  personName: 'Ada Lovelace',
  money: 20,
}
