'use client'

import { createContext, type ReactNode, use, useContext, useMemo } from 'react'
import type { SharedCatalogue } from './en-shared.ts'
import { asLocale, type Locale } from './locale.ts'

const TextContext = createContext<{ locale: Locale; text: SharedCatalogue } | null>(null)

const load: Record<Locale, () => Promise<SharedCatalogue>> = {
  en: () => import('./en-shared.ts').then(({ enShared }) => enShared),
  fr: () => import('./fr-shared.ts').then(({ frShared }) => frShared),
}
const loaded = new Map<Locale, Promise<SharedCatalogue>>()

/** The shared words in a language; the same promise each time. */
export function catalogueIn(locale: Locale): Promise<SharedCatalogue> {
  const known = loaded.get(locale)
  if (known) return known
  const catalogue = load[locale]()
  loaded.set(locale, catalogue)
  return catalogue
}

// The page's own words come beside its other scripts, not after them.
if (typeof document !== 'undefined') void catalogueIn(asLocale(document.documentElement.lang) ?? 'en')

/** Gives the studio's words in one language to all inside; only that language is loaded, and what is inside stays when it changes. */
export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const text = use(catalogueIn(locale))
  const value = useMemo(() => ({ locale, text }), [locale, text])
  return <TextContext value={value}>{children}</TextContext>
}

function useWords() {
  const words = useContext(TextContext)
  if (!words) throw new Error('useText needs a TextProvider above it.')
  return words
}

/** The studio's words in the language of the user, but for those of `usePageText`. */
export const useText = (): SharedCatalogue => useWords().text
export const useLocale = (): Locale => useWords().locale
