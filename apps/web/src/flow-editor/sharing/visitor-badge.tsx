'use client'

import { cn } from '../../lib/cn.ts'
import { initials } from './initials.ts'

const looks = ['bg-speak text-surface', 'bg-listen text-surface', 'bg-do text-surface', 'bg-call text-surface'] as const

/** A person's letters in a circle; always the same colour for one person. */
export function VisitorBadge({ person, title, className }: { person: { id: string; name: string }; title: string; className?: string }) {
  const sum = [...person.id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return (
    <span
      role="img"
      aria-label={title}
      title={title}
      className={cn('grid size-6 place-items-center rounded-full font-semibold text-[10px]', looks[sum % looks.length], className)}
    >
      {initials(person.name)}
    </span>
  )
}
