import type { NodeContext, NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { textIn } from '../../text.ts'
import type { FreeTime } from '../../tools.ts'
import type { Understanding } from '../../understanding.ts'
import type { Why } from '../../why/why.ts'
import { askAloud, type Reason } from '../reprompts.ts'
import { slotCandidates } from '../understand-request.ts'
import type { BookConfig, BookMemory } from './book-config.ts'
import { bookTime, findTimes, wantedTime } from './calendar-calls.ts'
import { chooseOffer } from './choose-offer.ts'
import { offerExpectation, offerInWords } from './offers.ts'

type Step = NodeStep<BookMemory>

/** Puts free times to choose from; none at all leaves the node. */
export function offerTimes(data: BookConfig, times: readonly FreeTime[], context: NodeContext, remembered: BookMemory): Step {
  if (times.length === 0) return { outcome: 'noTimes', why: { code: 'noFreeTimes' } }
  const { state, head } = context
  const { date, time } = remembered.wanted
  const refused = date !== undefined && time !== undefined
  const before = refused ? textIn(data.offer, state.language, head.languages[0] ?? 'en') : ''
  const memory: BookMemory = { ...remembered, phase: 'offering', offers: times.slice(0, 3), chosen: null }
  return { ...sayOffers(memory, before, context), memory, why: { code: 'timesOffered' } }
}

/** What the contact's answer to the offered times leads to. */
export function decideOffer(data: BookConfig, result: Understanding, context: NodeContext, remembered: BookMemory): Step {
  const candidates = slotCandidates(result)
  const choice = chooseOffer(remembered.offers, result, context)
  switch (choice.kind) {
    case 'chosen':
      return { why: { code: 'timeChosen' }, ...bookTime(data, choice.offer, context, remembered), candidates }
    case 'other': {
      const wanted = wantedTime(choice.date ?? remembered.wanted.date, choice.time ?? remembered.wanted.time)
      return { why: { code: 'otherTimeWanted' }, ...findTimes(data, wanted, context, remembered), candidates }
    }
    case 'narrowed': {
      const memory = { ...remembered, offers: choice.offers }
      return { ...sayOffers(memory, '', context), memory, why: { code: 'severalTimesMeant' }, candidates }
    }
    case 'declined':
      return { outcome: 'declined', why: { code: 'offersDeclined' }, candidates }
    case 'unclear':
      return { ...offerAgain(data, 'notUnderstood', context, remembered), candidates }
  }
}

/** Puts the same times again, until the tries or the silences are used up. */
export function offerAgain(data: BookConfig, reason: Reason, context: NodeContext, remembered: BookMemory): Step {
  const { silence } = context.head.settings
  const isSilence = reason === 'notHeard'
  const silences = remembered.silences + (isSilence ? 1 : 0)
  const tries = remembered.tries + (isSilence ? 0 : 1)
  const why: Why = { code: isSilence ? 'callerSilent' : 'noOfferFits' }
  if (silences > silence.maxReprompts || tries >= data.maxTries) return { outcome: 'declined', why }
  const nth = isSilence ? silences : tries
  const memory = { ...remembered, silences, tries }
  return { ...sayOffers(memory, phrases[context.state.language][reason][nth === 1 ? 0 : 1], context), memory, why }
}

function sayOffers({ offers }: BookMemory, before: string, context: NodeContext) {
  const { language } = context.state
  return askAloud(`${before} ${offerInWords(offers, language)}`.trim(), offerExpectation(offers, language), context)
}
