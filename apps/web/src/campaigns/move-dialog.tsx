'use client'

import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

type MoveDialogProps = {
  move: 'start' | 'stop'
  campaign: { name: string; waiting: number }
  open: boolean
  onClose: () => void
  onConfirm: (move: 'start' | 'stop') => void
}

/** Asks before people are called, and before a campaign is ended for good. */
export function MoveDialog({ move, campaign: { name, waiting }, open, onClose, onConfirm }: MoveDialogProps) {
  const t = usePageText()
  const isStart = move === 'start'
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={typeset(isStart ? t.campaigns.startTitle(name) : t.campaigns.stopTitle(name))}
      testId="move-dialog"
      footer={
        <>
          <Button onClick={onClose} data-autofocus={!isStart || undefined}>
            {isStart ? t.common.cancel : t.campaigns.keep}
          </Button>
          <Button
            look={isStart ? 'go' : 'danger'}
            data-testid="move-confirm"
            data-autofocus={isStart || undefined}
            onClick={() => onConfirm(move)}
          >
            {t.campaigns[move]}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{typeset(isStart ? t.campaigns.startHint(waiting) : t.campaigns.stopHint)}</p>
    </Dialog>
  )
}
