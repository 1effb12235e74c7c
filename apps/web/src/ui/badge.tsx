import type { ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

const tones = {
  neutral: 'bg-logic-soft text-ink-2',
  good: 'bg-do-soft text-do',
  warning: 'bg-call-soft text-call',
  bad: 'bg-danger-soft text-danger',
  speak: 'bg-speak-soft text-speak',
  listen: 'bg-listen-soft text-listen',
} as const

export type BadgeTone = keyof typeof tones

export function Badge({ tone = 'neutral', children, className }: { tone?: BadgeTone; children: ReactNode; className?: string }) {
  return (
    <span className={cn('inline-flex h-5 items-center gap-1 whitespace-nowrap rounded px-1.5 font-medium text-xs', tones[tone], className)}>
      {children}
    </span>
  )
}
