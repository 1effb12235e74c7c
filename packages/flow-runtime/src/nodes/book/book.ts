import { defineNodeType, type NodeContext, type NodeEvent, type NodeStep } from '../../node-type.ts'
import type { UiText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'
import type { Reason } from '../reprompts.ts'
import { understand } from '../understand-request.ts'
import { type BookConfig, type BookMemory, bookConfig, bookMemory } from './book-config.ts'
import { bookEditor } from './book-editor.ts'
import { takeAnswer } from './calendar-answers.ts'
import { findAppointments, findTimes, variablesAsWanted } from './calendar-calls.ts'
import { decideOffer, offerAgain } from './offering.ts'
import { wantedOfferSlots } from './offers.ts'
import { appointmentAgain, decideAppointment, wantedAppointmentSlots } from './which-appointment.ts'

type Step = NodeStep<BookMemory>
const fresh: BookMemory = {
  tries: 0,
  silences: 0,
  phase: 'searching',
  appointments: [],
  appointment: null,
  rounds: 0,
  wanted: {},
  offers: [],
  chosen: null,
}

export const book = defineNodeType({
  type: 'book',
  config: bookConfig,
  memory: bookMemory,
  editor: bookEditor,
  // Only when the wanted time is taken: a loop through this node alone is not broken by the contact.
  listens: false,
  outcomes: () => ['booked', 'noTimes', 'declined', 'failed'],
  outcomeLabels: ({ action }) => labels[action],
  speaks: ({ checking, offer, confirmed }, flow, language) => fixedTexts(flow, language, checking, offer, confirmed),
  enter(data, context): Step {
    const step =
      data.action === 'book' ? findTimes(data, variablesAsWanted(data, context), context, fresh) : findAppointments(data, context, fresh)
    return { ...step, hasFloor: false }
  },
  on(data, event, context, remembered): Step {
    switch (event.type) {
      case 'toolFinished':
        return takeAnswer(data, event, context, remembered)
      case 'contactSilent':
        return again(data, 'notHeard', context, remembered)
      case 'contactSaid':
        return takeWords(data, event, context, remembered)
      case 'understood':
        return (isAboutOwn(remembered) ? decideAppointment : decideOffer)(data, event.result, context, remembered)
      case 'speechFinished':
        return remembered.phase === 'booked' ? { outcome: 'booked', why: { code: 'bookingTold' } } : {}
      default:
        return {}
    }
  },
})

const done: UiText = { en: 'Done', fr: 'Fait' }
const labels: Record<BookConfig['action'], Readonly<Record<string, UiText>>> = {
  book: {},
  reschedule: { booked: done, noTimes: { en: 'No appointment or no free time', fr: 'Ni rendez-vous ni créneau' } },
  cancel: { booked: done, noTimes: { en: 'No appointment', fr: 'Aucun rendez-vous' } },
}

/** The question is about the contact's own appointments, not about free times. */
const isAboutOwn = ({ phase }: BookMemory) => phase === 'choosing' || phase === 'confirming'

const again = (data: BookConfig, reason: Reason, context: NodeContext, remembered: BookMemory): Step =>
  (isAboutOwn(remembered) ? appointmentAgain : offerAgain)(data, reason, context, remembered)

function takeWords(
  data: BookConfig,
  { text }: Extract<NodeEvent, { type: 'contactSaid' }>,
  context: NodeContext,
  remembered: BookMemory,
): Step {
  const words = text.trim()
  if (words === '') return again(data, 'notUnderstood', context, remembered)
  const slots = isAboutOwn(remembered)
    ? wantedAppointmentSlots(remembered, context)
    : wantedOfferSlots(remembered.offers, context.state.language)
  return { effects: [understand(words, { slots }, context)] }
}
