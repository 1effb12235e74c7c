'use client'

import { useEffect, useState } from 'react'

/** The present, renewed every `everyMs`. Undefined on the server, so that pages match what the browser draws first. */
export function useNow(everyMs: number): number | undefined {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
