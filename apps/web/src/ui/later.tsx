'use client'

import { type ReactNode, useEffect, useReducer } from 'react'
import type { Loader } from '../lib/loader.ts'

const againAfterMs = 2_000

/**
 * Draws components of a module that is loaded apart. Unlike with a lazy component, what has come already is drawn in the same moment:
 * who presses a key and types on finds the field there. Where it
 * cannot be loaded, it is tried again.
 */
export function Later<Parts>({ of, children }: { of: Loader<Parts>; children: (parts: Parts) => ReactNode }) {
  const [, drawAgain] = useReducer((draws: number) => draws + 1, 0)
  const parts = of.get()
  const hasCome = parts !== undefined
  useEffect(() => {
    if (hasCome) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const load = () =>
      of.load().then(drawAgain, () => {
        if (!isOver) timer = setTimeout(load, againAfterMs)
      })
    void load()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [of, hasCome])
  return parts === undefined ? null : children(parts)
}
