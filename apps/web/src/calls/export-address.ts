import { callQuery, usualColumns, type WantedCalls } from './wanted-calls.ts'

/** As many calls as fit into an address. */
export const mostPicked = 300

type Exported = { wanted: WantedCalls; locale: string; timeZone: string; ids: readonly string[] }

/** Where the calls of a list, or those picked from it, come as CSV with the columns shown. */
export function exportAddress({ wanted, locale, timeZone, ids }: Exported): string {
  const search = new URLSearchParams(callQuery(wanted))
  search.set('columns', (wanted.columns ?? usualColumns).join('.'))
  search.set('language', locale)
  search.set('zone', timeZone)
  search.set('offset', String(new Date().getTimezoneOffset()))
  if (ids.length > 0) search.set('ids', ids.slice(0, mostPicked).join('.'))
  return `/api/calls/export?${search}`
}
