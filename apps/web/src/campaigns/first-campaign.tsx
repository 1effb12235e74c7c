'use client'

import { FileSpreadsheet, Megaphone, PencilLine, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'

const icons = [PencilLine, FileSpreadsheet, Play]

/** While there is no campaign: what one is, and the three steps to it. */
export function FirstCampaign({ children }: { children: ReactNode }) {
  const t = usePageText()
  return (
    <section data-testid="first-campaign" className="rounded-xl border border-line bg-sunken p-6">
      <h2 className="flex items-center gap-2 font-semibold text-[15px]">
        <Megaphone size={16} className="text-ink-2" aria-hidden />
        {t.campaigns.firstTitle}
      </h2>
      <p className="mt-1 max-w-3xl text-ink-2">{typeset(t.campaigns.firstHint)}</p>
      <ol className="mt-5 grid gap-5 sm:grid-cols-3">
        {t.campaigns.teach.map(({ title, text }, index) => {
          const Icon = icons[index] ?? Play
          return (
            <li key={title}>
              <h3 className="flex items-center gap-1.5 font-medium">
                <Icon size={14} className="text-ink-2" aria-hidden />
                {index + 1}. {title}
              </h3>
              <p className="mt-1 text-ink-2">{typeset(text)}</p>
            </li>
          )
        })}
      </ol>
      <div className="mt-6 empty:hidden">{children}</div>
    </section>
  )
}
