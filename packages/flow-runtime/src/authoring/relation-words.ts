import type { Language } from '../text.ts'

type RelationWords = {
  '&&': string
  '||': string
  known(name: string): string
  unknown(name: string): string
  yes(name: string): string
  no(name: string): string
  not(condition: string): string
  oneOf(name: string, items: string): string
  /** `operator` of days ends with `day`: `<day`. */
  relation(left: string, operator: string, right: string): string
  quoted(words: string): string
  days: readonly string[]
  texts: Readonly<Record<string, ((subject: string, part: string) => string) | undefined>>
  functions: Readonly<Record<string, ((first: string, second: string) => string) | undefined>>
}

const between = (operators: Readonly<Record<string, string>>) => (left: string, operator: string, right: string) =>
  `${left} ${operators[operator] ?? operators[operator.replace('day', '')] ?? operator} ${right}`

/** The words of conditions in each language. */
export const relationWords: Record<Language, RelationWords> = {
  en: {
    '&&': 'and',
    '||': 'or',
    known: (name) => `${name} is known`,
    unknown: (name) => `${name} is not known`,
    yes: (name) => `${name} is yes`,
    no: (name) => `${name} is no`,
    not: (condition) => `not: ${condition}`,
    oneOf: (name, items) => `${name} is one of ${items}`,
    relation: between({
      '==': 'is',
      '!=': 'is not',
      '<': 'is less than',
      '<=': 'is at most',
      '>': 'is more than',
      '>=': 'is at least',
      '<day': 'is before',
      '<=day': 'is at the latest',
      '>day': 'is after',
      '>=day': 'is at the earliest',
    }),
    quoted: (words) => `“${words}”`,
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    texts: {
      startsWith: (subject, part) => `${subject} begins with ${part}`,
      endsWith: (subject, part) => `${subject} ends with ${part}`,
      contains: (subject, part) => `${subject} contains ${part}`,
    },
    functions: {
      daysBetween: (from, to) => `the days from ${from} to ${to}`,
      addDays: (date, days) => `${days} days after ${date}`,
      weekday: (date) => `the weekday of ${date}`,
      minutesBetween: (from, to) => `the minutes from ${from} to ${to}`,
      hour: (time) => `the hour of ${time}`,
      lower: (text) => `${text} in small letters`,
      digits: (text) => `the digits of ${text}`,
      round: (number) => `${number} rounded`,
      size: (text) => `the length of ${text}`,
    },
  },
  fr: {
    '&&': 'et',
    '||': 'ou',
    known: (name) => `${name} est connu`,
    unknown: (name) => `${name} n’est pas connu`,
    yes: (name) => `${name} : oui`,
    no: (name) => `${name} : non`,
    not: (condition) => `il est faux que ${condition}`,
    oneOf: (name, items) => `${name} est l’une de ces valeurs : ${items}`,
    relation: between({
      '==': 'est',
      '!=': 'n’est pas',
      '<': 'est inférieur à',
      '<=': 'est au plus',
      '>': 'est supérieur à',
      '>=': 'est au moins',
      '<day': 'est avant',
      '<=day': 'est au plus tard',
      '>day': 'est après',
      '>=day': 'est au plus tôt',
    }),
    quoted: (words) => `« ${words} »`,
    days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    texts: {
      startsWith: (subject, part) => `${subject} commence par ${part}`,
      endsWith: (subject, part) => `${subject} finit par ${part}`,
      contains: (subject, part) => `${subject} contient ${part}`,
    },
    functions: {
      daysBetween: (from, to) => `le nombre de jours de ${from} à ${to}`,
      addDays: (date, days) => `${days} jours après ${date}`,
      weekday: (date) => `le jour de la semaine de ${date}`,
      minutesBetween: (from, to) => `le nombre de minutes de ${from} à ${to}`,
      hour: (time) => `l’heure de ${time}`,
      lower: (text) => `${text} en minuscules`,
      digits: (text) => `les chiffres de ${text}`,
      round: (number) => `${number} arrondi`,
      size: (text) => `la longueur de ${text}`,
    },
  },
}
