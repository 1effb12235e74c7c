import type { NodeContext, NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { yesNoExpectation } from '../../recognition-hints.ts'
import type { Appointment } from '../../tools.ts'
import type { SlotRequest, Understanding } from '../../understanding.ts'
import type { Why } from '../../why/why.ts'
import { askAloud, type Reason } from '../reprompts.ts'
import { slotCandidates } from '../understand-request.ts'
import { saidYes, yesNoSlot } from '../yes-no.ts'
import { chooseInWords, confirmInWords } from './appointment-words.ts'
import type { BookConfig, BookMemory } from './book-config.ts'
import { cancelAppointment, findTimes, variablesAsWanted } from './calendar-calls.ts'
import { chooseOffer } from './choose-offer.ts'
import { offerExpectation, wantedOfferSlots } from './offers.ts'

type Step = NodeStep<BookMemory>

/** Appointments read out at once, at most. */
const most = 3

/** Names the one appointment, or asks which of several is meant; none leaves the node. */
export function nameAppointments(data: BookConfig, found: readonly Appointment[], context: NodeContext, remembered: BookMemory): Step {
  const [first, ...others] = found
  if (!first) return { outcome: 'noTimes', why: { code: 'appointmentNotFound' } }
  const memory: BookMemory = { ...remembered, appointments: found.slice(0, most) }
  if (others.length === 0) return confirm(data, first, context, memory, { code: 'appointmentFound' })
  return { ...ask(data, { ...memory, phase: 'choosing' }, '', context), why: { code: 'severalAppointments' } }
}

/** What is to be found in the contact's answer. */
export function wantedAppointmentSlots({ phase, appointments }: BookMemory, { state }: NodeContext): SlotRequest[] {
  if (phase === 'confirming') return [yesNoSlot]
  return wantedOfferSlots(
    appointments,
    state.language,
    appointments.map(({ service }) => service),
  )
}

/** What the contact's answer leads to. */
export function decideAppointment(data: BookConfig, result: Understanding, context: NodeContext, remembered: BookMemory): Step {
  const candidates = slotCandidates(result)
  return { ...(remembered.phase === 'choosing' ? choose : decideConfirmed)(data, result, context, remembered), candidates }
}

function choose(data: BookConfig, result: Understanding, context: NodeContext, remembered: BookMemory): Step {
  const choice = chooseOffer(remembered.appointments, result, context)
  const why: Why = { code: 'appointmentChosen' }
  switch (choice.kind) {
    case 'chosen':
      // What was chosen from several was named by the contact: only what cannot be undone is asked about once more.
      return data.action === 'cancel'
        ? confirm(data, choice.offer, context, remembered, why)
        : proceed(data, choice.offer, context, remembered, why)
    case 'narrowed':
      return { ...ask(data, { ...remembered, appointments: choice.offers }, '', context), why: { code: 'severalAppointments' } }
    case 'declined':
      return { outcome: 'declined', why: { code: 'appointmentRefused' } }
    default:
      return appointmentAgain(data, 'notUnderstood', context, remembered)
  }
}

function decideConfirmed(data: BookConfig, result: Understanding, context: NodeContext, remembered: BookMemory): Step {
  const yes = saidYes(result, context)
  const { appointment } = remembered
  if (yes === true && appointment) return proceed(data, appointment, context, remembered, { code: 'appointmentConfirmed' })
  if (yes === false) return { outcome: 'declined', why: { code: 'appointmentRefused' } }
  return appointmentAgain(data, 'notUnderstood', context, remembered)
}

function confirm(data: BookConfig, appointment: Appointment, context: NodeContext, remembered: BookMemory, why: Why): Step {
  const memory: BookMemory = { ...remembered, phase: 'confirming', appointment, tries: 0, silences: 0 }
  return { ...ask(data, memory, '', context), why }
}

function proceed(data: BookConfig, appointment: Appointment, context: NodeContext, remembered: BookMemory, why: Why): Step {
  const memory: BookMemory = { ...remembered, appointment, tries: 0, silences: 0 }
  if (data.action === 'cancel') return { ...cancelAppointment(appointment, memory), why }
  return { why, ...findTimes(data, variablesAsWanted(data, context), context, memory) }
}

/** Asks the same again, until the tries or the silences are used up. */
export function appointmentAgain(data: BookConfig, reason: Reason, context: NodeContext, remembered: BookMemory): Step {
  const isSilence = reason === 'notHeard'
  const silences = remembered.silences + (isSilence ? 1 : 0)
  const tries = remembered.tries + (isSilence ? 0 : 1)
  const why: Why = { code: isSilence ? 'callerSilent' : 'noAppointmentFits' }
  if (silences > context.head.settings.silence.maxReprompts || tries >= data.maxTries) return { outcome: 'declined', why }
  const sorry = phrases[context.state.language][reason][(isSilence ? silences : tries) === 1 ? 0 : 1]
  return { ...ask(data, { ...remembered, silences, tries }, sorry, context), why }
}

function ask({ action }: BookConfig, memory: BookMemory, before: string, context: NodeContext): Step {
  const { language } = context.state
  const { appointment, appointments, phase } = memory
  const isOne = phase === 'confirming' && appointment !== null
  const words = isOne
    ? confirmInWords(appointment, action === 'cancel' ? 'cancel' : 'reschedule', language)
    : chooseInWords(appointments, language)
  const expectation = isOne ? yesNoExpectation([], language) : offerExpectation(appointments, language)
  return { ...askAloud(`${before} ${words}`.trim(), expectation, context), memory }
}
