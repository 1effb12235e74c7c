'use client'

import { useText } from '../i18n/text-provider.tsx'
import { PlainPage } from '../shell/plain-page.tsx'
import { Button } from '../ui/button.tsx'

export default function Broken({ reset }: { reset: () => void }) {
  const t = useText()
  return (
    <PlainPage title={t.common.brokenTitle}>
      <p>{t.common.brokenHint}</p>
      <Button look="primary" onClick={reset}>
        {t.common.retry}
      </Button>
    </PlainPage>
  )
}
