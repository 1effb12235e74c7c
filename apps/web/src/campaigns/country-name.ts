import type { Locale } from '../i18n/locale.ts'

/** A country (two letters) in words. */
export const countryName = (code: string, locale: Locale): string => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
