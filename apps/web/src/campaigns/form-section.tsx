'use client'

import { type ReactNode, useState } from 'react'

type FormSectionProps = { title: string; summary: string; isWrong: boolean; testId: string; children: ReactNode }

/** A part of a form that has good values already: folded away behind a sentence that says what is set; opens when something in it is wrong. */
export function FormSection({ title, summary, isWrong, testId, children }: FormSectionProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      data-testid={testId}
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-line bg-surface shadow-card"
    >
      <summary className="cursor-pointer rounded-xl px-4 py-3">
        <span className="font-medium">{title}</span>
        <span className="mt-0.5 block text-ink-2 text-xs">{summary}</span>
      </summary>
      <div className="flex flex-col gap-4 border-line border-t p-4">{children}</div>
    </details>
  )
}
