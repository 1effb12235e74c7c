'use client'

import { useEffect } from 'react'
import type { Autosave } from '../state/autosave.ts'
import { forgetDraft, keepDraft } from './kept-draft.ts'

const quietMs = 300

/** Keeps what is not saved yet in this browser until it is. */
export function useKeepDraft(flowId: string, autosave: Autosave): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      timer = undefined
      const unsaved = autosave.unsaved()
      if (unsaved) keepDraft(flowId, { ...unsaved, at: Date.now() })
    }
    const stop = autosave.subscribe(() => {
      if (autosave.getState().status === 'saved' && !autosave.unsaved()) {
        clearTimeout(timer)
        timer = undefined
        forgetDraft(flowId)
      } else timer ??= setTimeout(keep, quietMs)
    })
    window.addEventListener('pagehide', keep)
    return () => {
      stop()
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [flowId, autosave])
}
