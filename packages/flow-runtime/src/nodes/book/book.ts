import { defineNodeType, type NodeContext, type NodeEvent, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { bookOutput, findTimesOutput } from '../../tools.ts'
import type { Json } from '../../variables.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { understand } from '../understand-request.ts'
import { type BookConfig, type BookMemory, bookConfig, bookMemory } from './book-config.ts'
import { bookEditor } from './book-editor.ts'
import { bookTime, findTimes, variablesAsWanted, wantedTime } from './calendar-calls.ts'
import { decideOffer, offerAgain, offerTimes } from './offering.ts'
import { wantedOfferSlots } from './offers.ts'

type Step = NodeStep<BookMemory>
const fresh: BookMemory = { tries: 0, silences: 0, phase: 'searching', rounds: 0, wanted: {}, offers: [], chosen: null }

export const book = defineNodeType({
  type: 'book',
  config: bookConfig,
  memory: bookMemory,
  editor: bookEditor,
  // Only when the wanted time is taken: a loop through this node alone is not broken by the contact.
  listens: false,
  outcomes: () => ['booked', 'noTimes', 'declined', 'failed'],
  speaks: ({ checking, offer, confirmed }, flow, language) => fixedTexts(flow, language, checking, offer, confirmed),
  enter: (data, context): Step => ({ ...findTimes(data, variablesAsWanted(data, context), context, fresh), hasFloor: false }),
  on(data, event, context, remembered): Step {
    switch (event.type) {
      case 'toolFinished':
        return remembered.phase === 'booking' ? takeBooking(data, event, context, remembered) : takeTimes(data, event, context, remembered)
      case 'contactSilent':
        return offerAgain(data, 'notHeard', context, remembered)
      case 'contactSaid': {
        if (event.text.trim() === '') return offerAgain(data, 'notUnderstood', context, remembered)
        const slots = wantedOfferSlots(remembered.offers, context.state.language)
        return { effects: [understand(event.text.trim(), { slots }, context)] }
      }
      case 'understood':
        return decideOffer(data, event.result, context, remembered)
      case 'speechFinished':
        return remembered.phase === 'booked' ? { outcome: 'booked', why: { code: 'bookingTold' } } : {}
      default:
        return {}
    }
  },
})

type ToolFinished = Extract<NodeEvent, { type: 'toolFinished' }>

function takeTimes(data: BookConfig, { outcome, result }: ToolFinished, context: NodeContext, remembered: BookMemory): Step {
  const found = findTimesOutput.safeParse(result)
  if (outcome !== 'ok' || !found.success) return calendarFailed(outcome)
  const { exact, times } = found.data
  const [first] = times
  const { date, time } = remembered.wanted
  if (exact && first && date !== undefined && time !== undefined) {
    return { why: { code: 'wantedTimeFree' }, ...bookTime(data, first, context, remembered) }
  }
  return offerTimes(data, times, context, remembered)
}

const calendarFailed = (outcome: ToolFinished['outcome']): Step => ({
  outcome: 'failed',
  why: { code: outcome === 'timeout' ? 'calendarTooSlow' : 'calendarFailed' },
})

function takeBooking(data: BookConfig, { outcome, result }: ToolFinished, context: NodeContext, remembered: BookMemory): Step {
  const answer = bookOutput.safeParse(result)
  if (outcome !== 'ok' || !answer.success) return calendarFailed(outcome)
  if (answer.data.booked) return tellBooking(data, answer.data, context, remembered)
  if (answer.data.reason === 'unknownService') return { outcome: 'failed', why: { code: 'serviceUnknown' } }
  const taken: BookMemory = { ...remembered, wanted: wantedTime(remembered.chosen?.date, remembered.chosen?.time) }
  return { ...offerTimes(data, answer.data.times, context, taken), why: { code: 'timeTaken' } }
}

function tellBooking(
  data: BookConfig,
  booked: { startsAt: string; date: string; time: string },
  context: NodeContext,
  remembered: BookMemory,
): Step {
  const variables: Record<string, Json> = {}
  if (data.date !== '') variables[data.date] = booked.date
  if (data.time !== '') variables[data.time] = booked.time
  if (data.saveAs !== '') variables[data.saveAs] = booked.startsAt
  const words = renderText(data.confirmed, context, variables)
  if (words === '') return { outcome: 'booked', variables, why: { code: 'booked' } }
  const memory: BookMemory = { ...remembered, phase: 'booked' }
  return { effects: [{ type: 'say', text: words, interruptible: true }], variables, memory, why: { code: 'booked' } }
}
