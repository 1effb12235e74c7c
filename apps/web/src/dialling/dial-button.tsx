'use client'

import { PhoneOutgoing } from 'lucide-react'
import dynamic from 'next/dynamic'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { useSheet } from '../ui/use-sheet.ts'

const DialDialog = dynamic(() => import('./dial-dialog.tsx').then((loaded) => loaded.DialDialog), { ssr: false })

/** Opens the dialog that calls a telephone. */
export function DialButton() {
  const t = usePageText()
  const dial = useSheet<true>()
  return (
    <>
      <Button data-testid="dial" onClick={() => dial.open(true)}>
        <PhoneOutgoing size={15} aria-hidden />
        {t.dialling.button}
      </Button>
      {dial.about && <DialDialog key={dial.key} open={dial.isOpen} onClose={dial.close} />}
    </>
  )
}
