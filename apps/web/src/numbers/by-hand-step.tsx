'use client'

import { Copy } from 'lucide-react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import type { ByHand } from './telephony-types.ts'

/** A step that has to be made at the carrier, with the address it is made with. */
export function ByHandStep({ step, url }: ByHand) {
  const t = usePageText()
  return (
    <div role="status" data-testid="by-hand" className="rounded-lg border border-call/40 bg-call-soft p-3">
      <p>{typeset(t.numbers.byHand[step])}</p>
      <div className="mt-2 flex items-center gap-2">
        <code className="min-w-0 flex-1 break-all rounded bg-surface px-2 py-1 text-xs">{url}</code>
        <Button
          size="small"
          onClick={() =>
            navigator.clipboard.writeText(url).then(
              () => toast({ tone: 'good', message: t.numbers.copied }),
              () => toast({ tone: 'bad', message: t.errors.CLIPBOARD_REFUSED }),
            )
          }
        >
          <Copy size={13} aria-hidden />
          {t.numbers.copy}
        </Button>
      </div>
    </div>
  )
}
