'use client'

import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import type { NumberRecord } from './do-not-call-data.ts'

/** What was said about calling a number, the newest first; the newest counts. */
export function ConsentList({ consents }: { consents: NumberRecord['consents'] }) {
  const t = usePageText()
  const { words } = useDateWords()
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t.doNotCall.consents}</h3>
      {consents.length === 0 && <p className="text-ink-2">{t.doNotCall.noConsents}</p>}
      <ul data-testid="consents">
        {consents.map(({ kind, at, evidence }) => (
          <li key={`${kind} ${at.getTime()} ${evidence}`} className="flex flex-wrap gap-x-3 border-line border-t py-1.5 first:border-t-0">
            <span className="font-medium">{t.doNotCall.consentKinds[kind]}</span>
            <span>{words(at)}</span>
            <span className="break-all text-ink-3">{evidence}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
