'use client'

import { useSyncExternalStore } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { Autosave } from './state/autosave.ts'
import { useEditorStore } from './state/use-editor.tsx'

/** Two drafts of one flow: the person decides, nothing is overwritten before. */
export function ConflictDialog({ autosave }: { autosave: Autosave }) {
  const t = useText()
  const store = useEditorStore()
  const state = useSyncExternalStore(autosave.subscribe, autosave.getState, autosave.getState)
  const takeTheirs = () => {
    if (state.status !== 'conflict') return
    autosave.resolve('theirs')
    store.replace(state.theirs.document)
  }
  return (
    <Dialog
      open={state.status === 'conflict'}
      title={t.editor.conflictTitle}
      testId="conflict-dialog"
      footer={
        <>
          <Button onClick={takeTheirs}>{t.editor.takeTheirs}</Button>
          <Button look="primary" onClick={() => autosave.resolve('mine')}>
            {t.editor.keepMine}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t.editor.conflictHint}</p>
    </Dialog>
  )
}
