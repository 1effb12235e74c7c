'use client'

import { useSyncExternalStore } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { ago } from '../lib/time-words.ts'
import { useNow } from '../lib/use-now.ts'
import type { Autosave } from './state/autosave.ts'

const everyMs = 1_000

/** "draft · saved 2 s ago". */
export function SaveStatus({ autosave, savedBefore }: { autosave: Autosave; savedBefore: Date }) {
  const t = useText()
  const state = useSyncExternalStore(autosave.subscribe, autosave.getState, autosave.getState)
  const now = useNow(everyMs)
  const words = {
    saved: () => (now === undefined ? '' : t.editor.saved(ago((state.status === 'saved' && state.at) || savedBefore, now, t))),
    unsaved: () => t.editor.unsaved,
    saving: () => t.editor.saving,
    failed: () => t.editor.saveFailed,
  }
  const isBad = state.status === 'failed'
  return (
    <p
      data-testid="save-status"
      data-status={state.status}
      title={isBad ? t.editor.saveFailedHint : undefined}
      className={isBad ? 'whitespace-nowrap font-medium text-danger text-xs' : 'whitespace-nowrap text-ink-3 text-xs'}
    >
      {t.editor.draft} · {words[state.status]()}
    </p>
  )
}
