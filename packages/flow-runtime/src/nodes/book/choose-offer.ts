import type { NodeContext } from '../../node-type.ts'
import { clockOf } from '../../spoken-forms/time-in-words.ts'
import type { FreeTime } from '../../tools.ts'
import type { Understanding } from '../../understanding.ts'
import { sureSlot } from '../understand-request.ts'
import { saidYes } from '../yes-no.ts'
import { offerSlots } from './offers.ts'

export type Choice<T extends FreeTime> =
  | { kind: 'chosen'; offer: T }
  /** Still several left. */
  | { kind: 'narrowed'; offers: T[] }
  /** Another time than the offered ones. */
  | { kind: 'other'; date?: string; time?: string }
  | { kind: 'declined' }
  | { kind: 'unclear' }

/** Which of the offered times, or of their own appointments, the contact means. */
export function chooseOffer<T extends FreeTime>(offers: readonly T[], result: Understanding, context: NodeContext): Choice<T> {
  const date = textSlot(result, offerSlots.date, context)
  const time = textSlot(result, offerSlots.time, context)
  const yes = saidYes(result, context)
  const byWords = offers[Number(textSlot(result, offerSlots.offer, context) ?? Number.NaN)]
  const named = date !== undefined || time !== undefined
  const fits = (offer: T) => (date === undefined || offer.date === date) && (time === undefined || sameClock(offer.time, time))
  const fitting = named ? offers.filter(fits) : []
  // A weekday may have been taken for the nearest one while a later one was offered: the offered one is meant.
  const agrees = byWords && (!named || fitting.includes(byWords) || (fitting.length === 0 && time === undefined))
  if (byWords && agrees) return { kind: 'chosen', offer: byWords }
  if (named) {
    const [only, ...others] = fitting
    if (!only) return { kind: 'other', date, time }
    if (others.length === 0) return { kind: 'chosen', offer: only }
    if (fitting.length < offers.length) return { kind: 'narrowed', offers: fitting }
  }
  const [single, ...more] = offers
  if (yes === true && single && more.length === 0) return { kind: 'chosen', offer: single }
  return { kind: yes === false ? 'declined' : 'unclear' }
}

function textSlot(result: Understanding, name: string, context: NodeContext): string | undefined {
  const value = sureSlot(result, name, context)?.value
  return typeof value === 'string' ? value : undefined
}

/** The same place on a clock face: among offered times, "three thirty" needs no morning or afternoon. */
function sameClock(offered: string, said: string): boolean {
  const [a, b] = [clockOf(offered), clockOf(said)]
  return a !== undefined && b !== undefined && a.minute === b.minute && a.hour % 12 === b.hour % 12
}
