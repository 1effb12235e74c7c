'use client'

import type { NodeType } from '@parley/flow-runtime'
import { useCallback, useEffect, useRef, useState } from 'react'

/** `beside`: the item of the palette it explains, in pixels of the window. */
export type HelpShown = { type: NodeType; beside: { left: number; right: number; top: number } }

const afterMs = 350
const graceMs = 150

/** Which node type of a palette is explained: the one the pointer rests on, or the keyboard stands on. */
export function useHelpCard() {
  const [shown, setShown] = useState<HelpShown>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = useCallback((next: HelpShown | undefined, ms: number) => {
    clearTimeout(timer.current)
    if (ms === 0) setShown(next)
    else timer.current = setTimeout(() => setShown(next), ms)
  }, [])
  const over = (type: NodeType, item: HTMLElement): HelpShown => {
    const { left, right, top } = item.getBoundingClientRect()
    return { type, beside: { left, right, top } }
  }
  return {
    shown,
    point: (type: NodeType, item: HTMLElement) => later(over(type, item), shown ? graceMs : afterMs),
    focus: (type: NodeType, item: HTMLElement) => item.matches(':focus-visible') && later(over(type, item), 0),
    /** The pointer is on the explanation: it stays. */
    keep: () => clearTimeout(timer.current),
    leave: () => later(undefined, graceMs),
    hide: () => later(undefined, 0),
  }
}
