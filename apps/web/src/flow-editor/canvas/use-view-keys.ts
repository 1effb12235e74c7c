'use client'

import { useEffect } from 'react'
import { useZoom } from './use-zoom.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** 1: everything; 2: what is selected; 0: actual size; M: the map. */
export function useViewKeys(onMap: () => void): void {
  const zoom = useZoom()
  useEffect(() => {
    const acts = new Map([
      ['1', zoom.all],
      ['2', zoom.selection],
      ['0', zoom.actualSize],
      ['m', onMap],
    ])
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return
      acts.get(event.key.toLowerCase())?.()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [zoom, onMap])
}
