'use client'

import { useMutation } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, Pencil, Trash2 } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { draftOf, inputOf } from './draft.ts'
import type { ListedProvider } from './listed-provider.ts'
import { presetName } from './preset-name.ts'
import { presetOf } from './presets.ts'
import { TestResult } from './test-result.tsx'

type ProviderRowProps = {
  provider: ListedProvider
  /** From 1. */
  place: number
  isLast: boolean
  mayChange: boolean
  onMove: (direction: 'earlier' | 'later') => void
  onEdit: () => void
  onRemove: () => void
}

/** One provider: when it is asked, what it is, and what can be done with it. */
export function ProviderRow({ provider, place, isLast, mayChange, onMove, onEdit, onRemove }: ProviderRowProps) {
  const t = useText()
  const test = useMutation(useTRPC().providers.test.mutationOptions())
  const { name, settings, languages, enabled } = provider
  const vendor = presetName(presetOf(provider), t)
  const facts = [
    vendor === name ? undefined : vendor,
    settings.model,
    languages.length === 0 ? t.providers.everyLanguage : languages.map((language) => t.editor.languages[language]).join(', '),
    mayChange ? keyWords(provider, t) : undefined,
  ].filter((fact) => fact !== undefined)
  return (
    <li data-testid={`provider-${provider.id}`} className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span
          role="img"
          aria-label={t.providers.position(place)}
          className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken font-medium text-ink-2 text-xs tabular-nums"
        >
          {place}
        </span>
        <div className="min-w-0 flex-1 basis-56">
          <div className="flex items-center gap-2">
            <h3 className="truncate font-medium">{name}</h3>
            {!enabled && <Badge>{t.providers.off}</Badge>}
            {provider.health?.rests && <Badge tone="bad">{t.providers.rests}</Badge>}
            {!provider.isKeyReadable && <Badge tone="bad">{t.providers.keyUnreadable}</Badge>}
          </div>
          <p className="truncate text-ink-3 text-xs">{facts.join(' · ')}</p>
        </div>
        {mayChange && (
          <div className="flex items-center gap-0.5">
            <Button
              size="small"
              className="mr-1"
              aria-label={t.providers.testOf(name)}
              disabled={test.isPending}
              onClick={() => test.mutate(inputOf(draftOf(provider)))}
            >
              {t.providers.test}
            </Button>
            <Button
              look="ghost"
              size="icon"
              data-move="earlier"
              aria-label={t.providers.earlier(name)}
              disabled={place === 1}
              onClick={() => onMove('earlier')}
            >
              <ChevronUp size={16} aria-hidden />
            </Button>
            <Button
              look="ghost"
              size="icon"
              data-move="later"
              aria-label={t.providers.later(name)}
              disabled={isLast}
              onClick={() => onMove('later')}
            >
              <ChevronDown size={16} aria-hidden />
            </Button>
            <Button look="ghost" size="icon" aria-label={t.providers.edit(name)} onClick={onEdit}>
              <Pencil size={15} aria-hidden />
            </Button>
            <Button look="ghost" size="icon" aria-label={t.providers.remove(name)} onClick={onRemove}>
              <Trash2 size={15} aria-hidden />
            </Button>
          </div>
        )}
      </div>
      {!provider.isKeyReadable && <p className="text-danger text-xs">{t.providers.keyUnreadableHint}</p>}
      {provider.health && (
        <p data-testid="provider-health" className="text-ink-3 text-xs">
          {t.providers.health(provider.health)}
        </p>
      )}
      <TestResult test={test} />
    </li>
  )
}

function keyWords({ hasKey, keyTail }: ListedProvider, t: ReturnType<typeof useText>): string | undefined {
  if (!hasKey) return undefined
  return keyTail ? t.providers.keyEndsIn(keyTail) : t.providers.keyStored
}
