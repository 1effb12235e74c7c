'use client'

import { useEffect, useState } from 'react'

const kept = 'parley-test-drawer'
const lowest = 120
const usual = 320

const within = (height: number) => Math.round(Math.max(lowest, Math.min(height, window.innerHeight * 0.7)))

/** The drawer's height in pixels; remembered in this browser. */
export function useDrawerHeight() {
  const [height, setHeight] = useState(usual)
  useEffect(() => {
    const stored = Number(localStorage.getItem(kept))
    setHeight(within(stored > 0 ? stored : usual))
  }, [])
  const resize = (next: number) => {
    const chosen = within(next)
    localStorage.setItem(kept, String(chosen))
    setHeight(chosen)
  }
  return { height, resize }
}
