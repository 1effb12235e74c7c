'use client'

import { mergeFlows } from '@parley/flow-runtime/merge'
import { useEffect, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { dateTime } from '../../lib/time-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { saysTheSame } from '../state/autosave.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { forgetDraft, type KeptDraft } from './kept-draft.ts'
import { readKeptDraft } from './read-kept-draft.ts'

/** Offers the changes that a page closed before they were saved has left in this browser. */
export function KeptDraftDialog({ flowId }: { flowId: string }) {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const [kept, setKept] = useState<KeptDraft>()
  useEffect(() => {
    const found = readKeptDraft(flowId)
    const { flow } = store.getState().history
    if (found && !saysTheSame(flow, mergeFlows(found.base, found.document, flow).flow)) setKept(found)
    else forgetDraft(flowId)
  }, [flowId, store])

  const drop = () => {
    forgetDraft(flowId)
    setKept(undefined)
  }
  const take = () => {
    if (kept) store.replaceDraft(mergeFlows(kept.base, kept.document, store.getState().history.flow).flow)
    setKept(undefined)
  }
  return (
    <Dialog
      open={kept !== undefined}
      title={t.sharing.keptTitle}
      testId="kept-draft"
      footer={
        <>
          <Button onClick={drop}>{t.sharing.keptDrop}</Button>
          <Button look="primary" data-testid="kept-take" onClick={take}>
            {t.sharing.keptTake}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{kept && t.sharing.keptHint(dateTime(new Date(kept.at), locale))}</p>
    </Dialog>
  )
}
