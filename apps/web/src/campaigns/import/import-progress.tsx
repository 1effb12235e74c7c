'use client'

import { typeset } from '../../i18n/typeset.ts'
import { usePageText } from '../../i18n/use-page-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { ImportNews } from './import-news.ts'

type ImportProgressProps = { sent: number; news?: ImportNews; cancel: () => void }

/** How far an import is. It can be cancelled while the file is read. */
export function ImportProgress({ sent, news, cancel }: ImportProgressProps) {
  const t = usePageText()
  const isChecking = news?.state === 'checking' || news?.state === 'done'
  return (
    <section className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-5 shadow-card">
      <p role="status" data-testid="import-progress">
        {typeset(wordsOf())}
      </p>
      <ProgressBar className="w-full" label={t.leadImport.title} max={1} value={isChecking ? undefined : sent} />
      <div>
        <Button disabled={isChecking} onClick={cancel}>
          {t.leadImport.cancel}
        </Button>
      </div>
    </section>
  )

  function wordsOf(): string {
    if (isChecking) return t.leadImport.checking
    if (news?.state === 'reading') return t.leadImport.readSoFar(news.leads, news.refused)
    return t.leadImport.sending(Math.floor(sent * 100))
  }
}
