import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { typeset } from '../i18n/typeset.ts'
import { cn } from '../lib/cn.ts'

type HomeLineProps = { icon: LucideIcon; tone?: 'plain' | 'bad' | 'warning'; text: string; href: string; action: string }

const tones = { plain: 'text-ink-3', bad: 'text-danger', warning: 'text-call' }

/** One thing in a sentence, and where to go about it. */
export function HomeLine({ icon: Icon, tone = 'plain', text, href, action }: HomeLineProps) {
  return (
    <li className="flex items-start gap-2.5 border-line border-t py-2.5 first:border-t-0 first:pt-0 last:pb-0">
      <Icon size={15} className={cn('mt-0.5 shrink-0', tones[tone])} aria-hidden />
      <span className="min-w-0 flex-1 break-words">{typeset(text)}</span>
      <Link
        href={href}
        aria-label={`${action}: ${text}`}
        className="shrink-0 rounded font-medium text-ink-2 underline underline-offset-2 hover:text-ink"
      >
        {action}
      </Link>
    </li>
  )
}
