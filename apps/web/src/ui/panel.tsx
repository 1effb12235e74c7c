import type { ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

/** One part of the page: its title, one line of explanation, and what it shows. */
export function Panel({ title, hint, className, children }: { title: string; hint?: string; className?: string; children: ReactNode }) {
  return (
    <section className={cn('min-w-0 rounded-xl border border-line bg-surface p-5 shadow-card', className)}>
      <h2 className="font-semibold text-[15px]">{title}</h2>
      {hint && <p className="mt-0.5 text-ink-3 text-xs">{hint}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
