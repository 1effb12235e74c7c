'use client'

import { Check, KeyRound, Minus } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'

/** What happens while there are no keys: what the embedded speech can do, and what it cannot. */
export function WithoutProviders() {
  const t = useText()
  const lists = [
    { title: t.providers.emptyCan, lines: t.providers.emptyCanList, Icon: Check, tone: 'text-do' },
    { title: t.providers.emptyCannot, lines: t.providers.emptyCannotList, Icon: Minus, tone: 'text-ink-3' },
  ]
  return (
    <section data-testid="without-providers" className="mb-8 rounded-xl border border-line bg-sunken p-5">
      <h2 className="flex items-center gap-2 font-semibold text-[15px]">
        <KeyRound size={16} className="text-ink-2" aria-hidden />
        {t.providers.emptyTitle}
      </h2>
      <p className="mt-1 max-w-3xl text-ink-2">{t.providers.emptyHint}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {lists.map(({ title, lines, Icon, tone }) => (
          <div key={title}>
            <h3 className="font-medium text-ink-2 text-xs">{title}</h3>
            <ul className="mt-1.5 flex flex-col gap-1">
              {lines.map((line) => (
                <li key={line} className="flex gap-2">
                  <Icon size={14} className={`mt-0.5 shrink-0 ${tone}`} aria-hidden />
                  {line}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="mt-4 text-ink-2">{t.providers.emptyDo}</p>
    </section>
  )
}
