'use client'

import { useLayoutEffect } from 'react'
import { isElsewhere, isOnCanvas, isTyping } from './keys/focus.ts'
import { type ActName, keyTable } from './keys/key-table.ts'
import { matchesKey } from './keys/matches-key.ts'
import type { Acts } from './keys/use-acts.tsx'

/** The editor's keys, as the table says. Taken before the canvas's own, which would move cards by arrows alone. */
export function useEditorKeys(acts: Acts): void {
  // Together with the page: a key pressed as soon as the canvas is seen is heard.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const row = keyTable.find((one) => one.keys.some((key) => matchesKey(event, key)) && mayAct(one, event.target))
      if (!row || 'byBrowser' in row || acts[row.act]() === false) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  })
}

function mayAct({ act, scope }: { act: ActName; scope: 'always' | 'editor' | 'canvas' }, target: EventTarget | null): boolean {
  if (act === 'commands') return document.querySelector('dialog[open]') === null
  if (isElsewhere(target)) return false
  if (scope === 'always') return true
  if (isTyping(target)) return false
  return scope === 'editor' || isOnCanvas(target)
}
