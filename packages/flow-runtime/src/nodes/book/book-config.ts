import * as z from 'zod'
import { localizedText } from '../../text.ts'
import { appointment, freeTime } from '../../tools.ts'
import { attempts } from '../reprompts.ts'

export const bookConfig = z.object({
  action: z.enum(['book', 'reschedule', 'cancel']).default('book'),
  /** Variable with the calendar's id of the appointment: written when one is booked, read when it is moved or cancelled. */
  appointment: z.string().default(''),
  /**
   * Name of a service of the tenant's calendar, or a text with a variable that gives one. To move or cancel, '' means any.
   */
  service: z.string().default(''),
  /** Variables with the wanted date and time; they hold the booked ones afterwards. */
  date: z.string().default(''),
  time: z.string().default(''),
  /** Variables with the contact's name and number; without `phone` the number they call from. */
  name: z.string().default(''),
  phone: z.string().default(''),
  /** Variable that keeps the booked instant (ISO with offset). */
  saveAs: z.string().default(''),
  checking: localizedText.default({ en: 'One moment, I am looking at the calendar.', fr: "Un instant, je regarde l'agenda." }),
  /** Said before the alternatives, when the wanted time is not free. */
  offer: localizedText.default({ en: 'I am sorry, that time is not free.', fr: "Je suis désolée, ce créneau n'est pas libre." }),
  confirmed: localizedText.default({}),
  maxTries: z.number().int().min(1).max(10).default(3),
})
export type BookConfig = z.output<typeof bookConfig>

export const bookMemory = z.object({
  ...attempts,
  phase: z.enum(['finding', 'choosing', 'confirming', 'cancelling', 'searching', 'offering', 'booking', 'booked']),
  /** The contact's own appointments they may mean, to be moved or cancelled. */
  appointments: z.array(appointment),
  /** The one they mean. */
  appointment: appointment.nullable(),
  /** Questions to the calendar so far: a calendar that never agrees ends the node. */
  rounds: z.number(),
  wanted: z.object({ date: z.string().optional(), time: z.string().optional() }),
  offers: z.array(freeTime),
  chosen: freeTime.nullable(),
})
export type BookMemory = z.output<typeof bookMemory>
