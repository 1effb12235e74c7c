import { cookies, headers } from 'next/headers'
import { type Catalogue, catalogues } from './catalogue.ts'
import { asTheme, asZone, chooseLocale, type Locale, localeCookie, type Theme, themeCookie, type Zone, zoneCookie } from './locale.ts'

/** Language, appearance and zone of dates of this request. */
export async function preferences(): Promise<{ locale: Locale; theme: Theme; zone: Zone; text: Catalogue }> {
  const [jar, head] = [await cookies(), await headers()]
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'))
  return { locale, theme: asTheme(jar.get(themeCookie)?.value), zone: asZone(jar.get(zoneCookie)?.value), text: catalogues[locale] }
}
