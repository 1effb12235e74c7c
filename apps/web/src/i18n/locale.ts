/** Languages of the studio (not of a flow). */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'parley-locale'
export const themeCookie = 'parley-theme'
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Whether dates are shown in the zone of the computer or of the workspace. */
export const zones = ['browser', 'workspace'] as const
export type Zone = (typeof zones)[number]
export const zoneCookie = 'parley-zone'
export const asZone = (value: string | undefined): Zone => zones.find((zone) => zone === value) ?? 'browser'

const yearSeconds = 365 * 24 * 3600
/** Keeps a preference in this browser. */
export function remember(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in some browsers
  document.cookie = `${cookie}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`
}

export const asLocale = (value: string | undefined): Locale | undefined => locales.find((locale) => locale === value)
export const asTheme = (value: string | undefined): Theme => themes.find((theme) => theme === value) ?? 'system'

/** The studio's language: what the user chose, else the first of Accept-Language we have, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(';q=')
      return { locale: asLocale(tag.slice(0, 2).toLowerCase()), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter((entry) => entry.locale !== undefined && entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return asLocale(chosen) ?? wanted[0]?.locale ?? 'en'
}
