'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { type Catalogue, catalogues } from './catalogue.ts'
import type { Locale } from './locale.ts'

const LocaleContext = createContext<Locale>('en')

export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

/** The studio's words in the language of the user. */
export const useText = (): Catalogue => catalogues[useContext(LocaleContext)]
export const useLocale = (): Locale => useContext(LocaleContext)
