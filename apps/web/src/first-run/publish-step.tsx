'use client'

import { Upload } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { Button } from '../ui/button.tsx'

/** "Publish": what it means, and the sheet that asks. */
export function PublishStep({ onPublish }: { onPublish: () => void }) {
  const t = useText()
  return (
    <>
      <p className="text-ink-2 text-xs leading-relaxed">{typeset(t.firstRun.publish.intro)}</p>
      <div>
        <Button look="primary" size="small" data-testid="guide-open-publish" onClick={onPublish}>
          <Upload size={13} aria-hidden />
          {t.firstRun.publish.open}
        </Button>
      </div>
    </>
  )
}
