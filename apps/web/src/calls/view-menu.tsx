'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { Popover } from '../ui/popover.tsx'
import { toast } from '../ui/toast.tsx'

type View = { id: string; name: string; query: string }

/** Views of the list that the person keeps: opening, keeping, and removing with a way back. */
export function ViewMenu({ query }: { query: string }) {
  const t = usePageText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const listKey = trpc.calls.views.list.queryKey()
  const views = useQuery(trpc.calls.views.list.queryOptions())
  const settled = {
    onError: (error: unknown) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: listKey }),
  }
  const keep = useMutation(trpc.calls.views.keep.mutationOptions(settled))
  const remove = useMutation(trpc.calls.views.remove.mutationOptions(settled))
  const current = views.data?.find((view) => view.query === query)

  const onKeep = () => {
    const kept = name.trim()
    if (kept === '') return
    keep.mutate(
      { name: kept, query },
      {
        onSuccess() {
          setName('')
          toast({ tone: 'good', message: t.callList.viewKept(kept) })
        },
      },
    )
  }
  const onRemove = (view: View) => {
    queryClient.setQueryData<View[]>(listKey, (shown) => shown?.filter(({ id }) => id !== view.id))
    remove.mutate({ viewId: view.id })
    const undo = () => keep.mutate({ name: view.name, query: view.query })
    toast({ tone: 'good', message: t.callList.viewRemoved(view.name), action: { label: t.callList.undo, run: undo } })
  }
  return (
    <Popover
      label={t.callList.views}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" data-testid="views">
          <Bookmark size={14} aria-hidden className={current ? 'fill-current' : undefined} />
          <span className="max-w-40 truncate">{current?.name ?? t.callList.views}</span>
        </Button>
      }
    >
      <p className="mb-2 text-ink-3 text-xs">
        {views.data?.length === 0 ? `${t.callList.noViews} ${t.callList.viewsHint}` : t.callList.viewsHint}
      </p>
      <ul className="mb-3 flex flex-col">
        {views.data?.map((view) => (
          <li key={view.id} className="flex items-center gap-1">
            <Link
              href={view.query === '' ? '/calls' : `/calls?${view.query}`}
              aria-current={view.query === query ? 'page' : undefined}
              className="min-w-0 flex-1 truncate rounded-md px-2 py-1.5 hover:bg-hover aria-[current]:font-semibold"
              onClick={() => setOpen(false)}
            >
              {view.name}
            </Link>
            <Button look="ghost" size="tiny" aria-label={t.callList.removeView(view.name)} onClick={() => onRemove(view)}>
              <Trash2 size={13} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          onKeep()
        }}
      >
        <Input
          aria-label={t.callList.viewName}
          placeholder={t.callList.viewName}
          maxLength={60}
          value={name}
          data-testid="view-name"
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" look="primary" data-testid="keep-view" disabled={name.trim() === '' || keep.isPending}>
          {t.callList.keepView}
        </Button>
      </form>
    </Popover>
  )
}
