/** How a model is told to write values; canonical-value.ts reads them. */
export const valueForms = [
  'Values: date 2026-11-24, time 15:30 (24 hours), dateTime ISO 8601 with offset, boolean true or false, phone E.164, number and money plain digits,',
  'duration in minutes, choice exactly one of the given values, personName capitalised, email as written.',
].join('\n')

/** The moment of a call as a model reads it best: weekday, day, clock. */
export const momentInWords = (now: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(now)
