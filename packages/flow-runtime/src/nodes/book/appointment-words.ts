import { phrases } from '../../phrases.ts'
import { dateInWords } from '../../spoken-forms/date-in-words.ts'
import { timeInWords } from '../../spoken-forms/time-in-words.ts'
import type { Language } from '../../text.ts'
import type { Appointment } from '../../tools.ts'

type Words = {
  named: (service: string, day: string, time: string) => string
  isThatIt: (appointment: string) => string
  cancelIt: (appointment: string) => string
  whichOne: (appointments: string) => string
}

const words: Record<Language, Words> = {
  en: {
    named: (service, day, time) => `${service || 'appointment'} on ${day} at ${time}`,
    isThatIt: (appointment) => `I see your ${appointment}. Is that the one?`,
    cancelIt: (appointment) => `I see your ${appointment}. Shall I cancel it?`,
    whichOne: (appointments) => `I see several appointments: ${appointments}. Which one do you mean?`,
  },
  fr: {
    named: (service, day, time) => `${service === '' ? '' : `${service}, `}le ${day} à ${time}`,
    isThatIt: (appointment) => `Je vois votre rendez-vous : ${appointment}. Est-ce bien celui-là ?`,
    cancelIt: (appointment) => `Je vois votre rendez-vous : ${appointment}. Est-ce que je l’annule ?`,
    whichOne: (appointments) => `Je vois plusieurs rendez-vous : ${appointments}. Duquel s’agit-il ?`,
  },
}

/** Names one appointment and asks whether it is the one, or whether it is to be cancelled. */
export function confirmInWords(appointment: Appointment, action: 'reschedule' | 'cancel', language: Language): string {
  const { isThatIt, cancelIt } = words[language]
  return (action === 'cancel' ? cancelIt : isThatIt)(named(appointment, language))
}

/** Names several appointments and asks which one is meant. */
export function chooseInWords(appointments: readonly Appointment[], language: Language): string {
  const each = appointments.map((appointment) => named(appointment, language))
  return words[language].whichOne(`${each.slice(0, -1).join(', ')} ${phrases[language].or} ${each.at(-1) ?? ''}`)
}

const named = ({ service, date, time }: Appointment, language: Language): string =>
  words[language].named(service.trim(), dateInWords(date, language), timeInWords(time, language))
