'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'

type Viewed = { versionId?: string; view: (versionId: string | undefined) => void }

const ViewedContext = createContext<Viewed>({ view: () => undefined })
const parameter = 'version'

/** The address of a version of the flow on this page. */
export function versionAddress(versionId: string | undefined): string {
  const url = new URL(window.location.href)
  if (versionId === undefined) url.searchParams.delete(parameter)
  else url.searchParams.set(parameter, versionId)
  return url.href
}

/** Which published version the page shows instead of the draft, as its address says. */
export function ViewedVersionProvider({ children }: { children: ReactNode }) {
  const [versionId, setVersionId] = useState<string>()
  useEffect(() => {
    const read = () => setVersionId(new URL(window.location.href).searchParams.get(parameter) ?? undefined)
    read()
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])
  const view = useCallback((next: string | undefined) => {
    window.history.pushState(null, '', versionAddress(next))
    setVersionId(next)
  }, [])
  const value = useMemo(() => ({ versionId, view }), [versionId, view])
  return <ViewedContext.Provider value={value}>{children}</ViewedContext.Provider>
}

export const useViewedVersion = () => useContext(ViewedContext)
