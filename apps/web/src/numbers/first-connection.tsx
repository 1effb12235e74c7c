'use client'

import { KeyRound, PhoneIncoming, Plug, RadioTower } from 'lucide-react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'

const icons = [Plug, KeyRound, RadioTower]

/** While there is no connection: what one is, where its keys are found, and what the carrier must reach. */
export function FirstConnection({ onAdd }: { onAdd?: () => void }) {
  const t = usePageText()
  return (
    <section data-testid="first-connection" className="rounded-xl border border-line bg-sunken p-6">
      <h2 className="flex items-center gap-2 font-semibold text-[15px]">
        <PhoneIncoming size={16} className="text-ink-2" aria-hidden />
        {t.numbers.firstTitle}
      </h2>
      <p className="mt-1 max-w-3xl text-ink-2">{typeset(t.numbers.firstHint)}</p>
      <div className="mt-5 grid gap-5 sm:grid-cols-3">
        {t.numbers.teach.map(({ title, text }, index) => {
          const Icon = icons[index] ?? Plug
          return (
            <div key={title}>
              <h3 className="flex items-center gap-1.5 font-medium">
                <Icon size={14} className="text-ink-2" aria-hidden />
                {title}
              </h3>
              <p className="mt-1 text-ink-2">{typeset(text)}</p>
            </div>
          )
        })}
      </div>
      {onAdd && (
        <Button look="primary" className="mt-6" data-testid="first-add" onClick={onAdd}>
          {t.numbers.addConnection}
        </Button>
      )}
    </section>
  )
}
