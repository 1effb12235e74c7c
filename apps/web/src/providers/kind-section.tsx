'use client'

import type { ProviderKind } from '@parley/db'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AudioLines, Ear, type LucideIcon, MessageSquareText, Plus } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import type { ListedProvider } from './listed-provider.ts'
import { ProviderRow } from './provider-row.tsx'

const icons: Record<ProviderKind, LucideIcon> = { recognition: Ear, synthesis: AudioLines, model: MessageSquareText }

type Direction = 'earlier' | 'later'
type KindSectionProps = {
  kind: ProviderKind
  providers: readonly ListedProvider[]
  mayChange: boolean
  onAdd: () => void
  onEdit: (provider: ListedProvider) => void
  onRemove: (provider: ListedProvider) => void
}

/** The providers of one kind in the order in which calls ask them. */
export function KindSection({ kind, providers, mayChange, onAdd, onEdit, onRemove }: KindSectionProps) {
  const t = useText()
  const titleId = useId()
  const list = useRef<HTMLOListElement>(null)
  const { move, announcement } = useMove(providers, list)
  const Icon = icons[kind]
  return (
    <section aria-labelledby={titleId} data-testid={`providers-${kind}`}>
      <div className="mb-2 flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="flex items-center gap-2 font-semibold text-[15px]">
            <Icon size={16} className="text-ink-2" aria-hidden />
            {t.providers.kinds[kind].title}
          </h2>
          <p className="text-ink-2">{t.providers.kinds[kind].hint}</p>
        </div>
        {mayChange && (
          <Button data-testid={`add-${kind}`} aria-label={t.providers.kinds[kind].add} onClick={onAdd}>
            <Plus size={15} aria-hidden />
            <span className="max-sm:hidden">{t.providers.kinds[kind].add}</span>
          </Button>
        )}
      </div>
      {providers.length === 0 ? (
        <p className="rounded-xl border border-line border-dashed px-4 py-3 text-ink-2">{t.providers.noneOfKind[kind]}</p>
      ) : (
        <ol ref={list} className="divide-y divide-line rounded-xl border border-line bg-surface shadow-card">
          {providers.map((provider, index) => (
            <ProviderRow
              key={provider.id}
              provider={provider}
              place={index + 1}
              isLast={index === providers.length - 1}
              mayChange={mayChange}
              onMove={(direction) => move(provider, direction)}
              onEdit={() => onEdit(provider)}
              onRemove={() => onRemove(provider)}
            />
          ))}
        </ol>
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </section>
  )
}

/** Moves a provider, says where it is now, and keeps the keyboard on the button it was moved with. */
function useMove(providers: readonly ListedProvider[], list: React.RefObject<HTMLOListElement | null>) {
  const t = useText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [moved, setMoved] = useState<{ id: string; direction: Direction }>()
  const place = providers.findIndex(({ id }) => id === moved?.id) + 1
  const { mutate, isPending } = useMutation(
    trpc.providers.move.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.providers.list.queryKey() }),
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  useEffect(() => {
    if (!moved || place === 0) return
    const row = list.current?.children[place - 1]
    const button = (direction: Direction) => row?.querySelector<HTMLButtonElement>(`[data-move=${direction}]:not(:disabled)`)
    ;(button(moved.direction) ?? button(moved.direction === 'earlier' ? 'later' : 'earlier'))?.focus()
  }, [moved, place, list])
  const name = providers[place - 1]?.name
  return {
    announcement: name === undefined || isPending ? '' : t.providers.moved(name, place),
    move(provider: ListedProvider, direction: Direction) {
      if (isPending) return
      setMoved({ id: provider.id, direction })
      mutate({ id: provider.id, direction })
    },
  }
}
