import { type RefObject, useEffect, useRef } from 'react'
import type { Panel } from '../state/editor-store.ts'

/** Gives the keyboard to a panel that opens, and back to where it was when the panel that has it closes. */
export function usePanelFocus(panel: Panel | undefined): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (panel === undefined) return
    const before = document.activeElement
    // A panel with a search has taken it already.
    if (!frame.current?.contains(before)) frame.current?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [panel])
  return frame
}
