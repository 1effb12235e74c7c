import { type Candidate, matchAll, withoutOverlaps } from '../../slots/candidate.ts'
import { createClock, type TimeValue, timeFromNow } from '../../slots/clock.ts'
import { partOf, period } from './day-parts.ts'

const counted =
  '(?! ?\\d| ?[:/.%]\\d?|er\\b|e\\b| (?:personnes?|adultes?|enfants?|invites?|couverts?|places?|jours?|semaines?|mois|ans?|minutes?|heures?|euros?|dollars?|fois|nuits?|autres?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))'
const fraction = `(?: (et demie?|(?:et |et 1 |et un )quart|moins (?:le |un |1 )?quart|3 quarts|moins \\d{1,2}|(?:et )?\\d{1,2} minutes?\\b|0 \\d\\b|\\d{1,2}${counted}\\b))?`
const trailing = `(?: ${period}\\b)?`
const notALength = "(?<!\\b(?:dans|pendant|durant|depuis|toutes les|il y a|d'ici|dure|duree de|encore) )(?<![\\d:/.])"

/** Clock times said in an utterance. A bare hour counts after "à" and the like, or when it is all that was said. */
export function findTimes(text: string, nowMinutes: number): Candidate<TimeValue>[] {
  const clock = createClock(partOf(text))
  const found: Candidate<TimeValue>[] = [
    ...matchAll(text, new RegExp(`${notALength}\\b(\\d{1,2}) heures?\\b${fraction}${trailing}`, 'g'), (m) =>
      clock(Number(m[1]), minutesIn(m[2]), partOf(m[3]), 0.93),
    ),
    ...matchAll(text, new RegExp(`(?<!apres )\\b(midi|minuit)\\b${fraction}`, 'g'), (m) => ({
      value: { minutes: ((m[1] === 'midi' ? 720 : 0) + minutesIn(m[2]) + 1440) % 1440 },
      confidence: 0.95,
    })),
    ...matchAll(text, new RegExp(`(?<![\\d/:.+-])\\b(\\d{1,2}):(\\d\\d)(?!\\d|[.:/]\\d)${trailing}`, 'g'), (m) =>
      clock(Number(m[1]), Number(m[2]), partOf(m[3]), 0.92),
    ),
    ...relative(text, nowMinutes),
    ...bareHours(text, clock),
  ]
  return withoutOverlaps(found)
}

function minutesIn(fraction: string | undefined): number {
  if (!fraction) return 0
  if (fraction.includes('demi')) return 30
  if (fraction === '3 quarts') return 45
  const minutes = fraction.includes('quart') ? 15 : Number(/[1-9]\d*/.exec(fraction)?.[0] ?? 0)
  return fraction.startsWith('moins') ? -minutes : minutes
}

function bareHours(text: string, clock: ReturnType<typeof createClock>): Candidate<TimeValue>[] {
  const introduced = new RegExp(
    `\\b(?:(?:vers|a|des|avant|apres|autour de|plutot|disons|entre) )+(\\d{1,2})(?: (\\d\\d))?${counted}\\b${trailing}`,
    'g',
  )
  const alone =
    /^(?:(?:non|oui|ok|alors|bon|euh|plutot|pardon|disons|peut etre|je voulais dire|j'ai dit|pour|vers|a|et) )*(\d{1,2})(?: (\d\d))?(?: (?:s'il vous plait|merci|plutot|ce serait bien|c'est bien|ca me va|ca ira|pas \d{1,2}))*$/g
  const beside = new RegExp(
    `\\b(?:demain|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) (?:${period} )?(?:a |vers )(\\d{1,2})${counted}\\b`,
    'g',
  )
  const only = (
    m: RegExpExecArray,
    hours: string | undefined,
    minutes: string | undefined,
    part: string | undefined,
    confidence: number,
  ) => {
    const read = clock(Number(hours), Number(minutes ?? 0), partOf(part), confidence)
    return read && { ...read, skip: m[0].search(/\d/) }
  }
  return [
    ...matchAll(text, introduced, (m) => only(m, m[1], m[2], m[3], 0.75)),
    ...matchAll(text, beside, (m) => only(m, m[2], undefined, m[1], 0.8)),
    ...matchAll(text, alone, (m) => only(m, m[1], m[2], undefined, 0.75)),
  ]
}

function relative(text: string, nowMinutes: number): Candidate<TimeValue>[] {
  const later = (minutes: number) => ({ value: timeFromNow(nowMinutes, minutes), confidence: 0.9 })
  return [
    ...matchAll(text, /\bdans (\d{1,2}) heures?\b(?: (et demie?|et quart|(?:et )?\d{1,2}(?: minutes)?\b))?/g, (m) =>
      later(Number(m[1]) * 60 + minutesIn(m[2])),
    ),
    ...matchAll(text, /\bdans (?:(\d{1,3}) minutes?|(?:une |1 )(demi) heure|(?:un |1 )(quart) d'heure|(3) quarts d'heure)\b/g, (m) =>
      later(m[1] ? Number(m[1]) : m[2] ? 30 : m[3] ? 15 : 45),
    ),
    ...matchAll(text, /^(?:(?:oui|ok|alors) )*(?:maintenant|tout de suite|immediatement|la maintenant)(?: s'il vous plait)?$/g, () => ({
      ...later(0),
      confidence: 0.75,
    })),
  ]
}
