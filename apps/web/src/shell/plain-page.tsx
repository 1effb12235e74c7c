import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

/** One short message in the middle of an otherwise empty page. */
export function PlainPage({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <main className="grid min-h-full place-items-center p-6">
      <div className="w-full max-w-md">
        <Mark size={36} />
        <h1 className="mt-5 text-balance font-semibold text-xl tracking-tight">{title}</h1>
        <div className="mt-2 flex flex-col items-start gap-3 text-ink-2 text-sm">{children}</div>
      </div>
    </main>
  )
}
