'use client'

import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { Button } from './button.tsx'

/** Nothing here yet: says so, why that is, and what to do first. */
export function EmptyState({ icon: Icon, title, hint, children }: { icon: LucideIcon; title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center rounded-xl border border-line border-dashed px-8 py-14 text-center">
      <span className="mb-4 grid size-10 place-items-center rounded-full bg-sunken text-ink-2">
        <Icon size={18} aria-hidden />
      </span>
      <h2 className="font-semibold text-[15px]">{title}</h2>
      <p className="mt-1 max-w-md text-balance text-ink-2">{hint}</p>
      {children && <div className="mt-5 flex gap-2">{children}</div>}
    </div>
  )
}

/** A failed load: what happened and a way to try again. */
export function ErrorState({ message, onRetry }: { message: string; onRetry?: () => void }) {
  const t = useText()
  return (
    <div role="alert" className="flex items-start gap-3 rounded-lg border border-danger/40 bg-danger-soft p-4">
      <CircleAlert size={18} className="mt-px shrink-0 text-danger" aria-hidden />
      <p className="flex-1">{message}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t.common.retry}
        </Button>
      )}
    </div>
  )
}

/** A grey bar where something will be. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-md bg-hover', className)} />
}

/** A list that is on its way; told to screen readers once. */
export function LoadingRows({ rows = 4 }: { rows?: number }) {
  const t = useText()
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">{t.common.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity
        <Skeleton key={index} className="h-12" />
      ))}
    </div>
  )
}
