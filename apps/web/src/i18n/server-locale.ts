import { cookies, headers } from 'next/headers'
import { type Catalogue, catalogues } from './catalogue.ts'
import { asTheme, chooseLocale, type Locale, localeCookie, type Theme, themeCookie } from './locale.ts'

/** Language and appearance of this request. */
export async function preferences(): Promise<{ locale: Locale; theme: Theme; text: Catalogue }> {
  const [jar, head] = [await cookies(), await headers()]
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'))
  return { locale, theme: asTheme(jar.get(themeCookie)?.value), text: catalogues[locale] }
}
