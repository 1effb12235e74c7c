/** Vonage writes E.164 without its plus. */
export const toVonage = (number: string): string => number.replace(/^\+/, '')
export const fromVonage = (number: string): string => (/^\d+$/.test(number) ? `+${number}` : number)
