'use client'

import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { dateTime } from '../lib/time-words.ts'
import { useLocale } from './text-provider.tsx'

const ZoneContext = createContext<string | undefined>(undefined)

/** The zone in which dates are shown; none: the browser's. */
export function ZoneProvider({ timeZone, children }: { timeZone: string | undefined; children: ReactNode }) {
  return <ZoneContext.Provider value={timeZone}>{children}</ZoneContext.Provider>
}

/** Words for an instant, and the zone they are in. */
export function useDateWords(): { words: (at: Date) => string; timeZone: string } {
  const locale = useLocale()
  const chosen = useContext(ZoneContext)
  const words = useCallback((at: Date) => dateTime(at, locale, chosen), [locale, chosen])
  return { words, timeZone: chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone }
}
