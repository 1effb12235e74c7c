'use client'

import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import type { Offer } from './offers.ts'

type OfferListProps = { id: string; offers: readonly Offer[]; active: number; choose: (offer: Offer) => void }

/** What can be written here: its name, its type, and an example of it. The text box keeps the focus. */
export function OfferList({ id, offers, active, choose }: OfferListProps) {
  const t = useText()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {t.forms.offers(offers.length)}
      </p>
      {offers.length > 0 && (
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label={t.forms.offersLabel}
          data-testid="offers"
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-60 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-float"
        >
          {offers.map((offer, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text box, which keeps the focus
            <div
              key={offer.id}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              data-testid={`offer-${offer.id}`}
              className={cn('cursor-pointer rounded-md px-2 py-1 text-xs hover:bg-hover', at === active && 'bg-hover')}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(offer)}
            >
              <span className="flex items-baseline justify-between gap-2">
                <span className="truncate font-mono">{offer.id}</span>
                {offer.type && <span className="shrink-0 text-[11px] text-ink-3">{t.editor.variableTypes[offer.type]}</span>}
              </span>
              {(offer.detail || offer.example) && (
                <span className="block truncate text-[11px] text-ink-3">{[offer.detail, offer.example].filter(Boolean).join(' · ')}</span>
              )}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
