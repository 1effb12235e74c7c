'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { callsAddress, type WantedCalls, wantedCallsOf } from './wanted-calls.ts'

/** What is listed, kept in the address bar, and a way to list something else: at once, the address follows. */
export function useWantedCalls(): [WantedCalls, (change: Partial<WantedCalls>) => void] {
  const search = useSearchParams().toString()
  const inAddress = useMemo(() => wantedCallsOf(new URLSearchParams(search)), [search])
  const [ahead, setAhead] = useState<{ of: string; wanted: WantedCalls }>()
  const wanted = ahead?.of === search ? ahead.wanted : inAddress
  const want = (change: Partial<WantedCalls>) => {
    const next = { ...wanted, ...change }
    setAhead({ of: search, wanted: next })
    window.history.replaceState(null, '', callsAddress(next))
  }
  return [wanted, want]
}
