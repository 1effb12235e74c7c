'use client'

import { use } from 'react'
import type { Catalogue } from './catalogue.ts'
import { asLocale, type Locale } from './locale.ts'
import { catalogueIn, useLocale } from './text-provider.tsx'

const load: Record<Locale, () => Promise<Catalogue>> = {
  en: async () => ({ ...(await catalogueIn('en')), ...(await import('./en-pages.ts')).enPages }),
  fr: async () => ({ ...(await catalogueIn('fr')), ...(await import('./fr-pages.ts')).frPages }),
}
const loaded = new Map<Locale, Promise<Catalogue>>()

function wholeCatalogueIn(locale: Locale): Promise<Catalogue> {
  const known = loaded.get(locale)
  if (known) return known
  const catalogue = load[locale]()
  loaded.set(locale, catalogue)
  return catalogue
}

// They come beside the page's other scripts, not after them.
if (typeof document !== 'undefined') void wholeCatalogueIn(asLocale(document.documentElement.lang) ?? 'en')

/** All of the studio's words in the language of the user: for pages beside the editor, which waits for no words but its own. */
export const usePageText = (): Catalogue => use(wholeCatalogueIn(useLocale()))
