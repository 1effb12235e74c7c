'use client'

import { useSheet } from '../ui/use-sheet.ts'
import { MoveDialog } from './move-dialog.tsx'
import type { CampaignMove } from './use-campaign-moves.ts'

/** A move of a campaign that is asked about first: how to ask, and the dialog that does. */
export function useAskedMove(campaign: { name: string; waiting: number }, move: (move: CampaignMove) => void) {
  const asked = useSheet<'start' | 'stop'>()
  const dialog = asked.about && (
    <MoveDialog
      key={asked.key}
      move={asked.about}
      campaign={campaign}
      open={asked.isOpen}
      onClose={asked.close}
      onConfirm={(confirmed) => {
        asked.close()
        move(confirmed)
      }}
    />
  )
  return { ask: asked.open, dialog }
}
