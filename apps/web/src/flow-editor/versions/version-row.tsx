'use client'

import { GitCompare, Link2, Undo2 } from 'lucide-react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { dateTime } from '../../lib/time-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'

export type ListedVersion = {
  id: string
  number: number
  message: string
  publishedAt: Date
  publishedBy: { name: string } | null
  calls: number
}

type VersionRowProps = {
  version: ListedVersion
  isLive: boolean
  isViewed: boolean
  isCompared: boolean
  /** Of all calls in the time asked for, between 0 and 1. */
  share: number
  onView: () => void
  onCompare: () => void
  onCopyLink: () => void
  /** Absent where nothing can be edited. */
  onRestore?: () => void
}

/** A published version: what changed, who says so, and how many calls it took. */
export function VersionRow({ version, isLive, isViewed, isCompared, share, onView, onCompare, onCopyLink, onRestore }: VersionRowProps) {
  const t = useText()
  const locale = useLocale()
  const { number, message, publishedAt, publishedBy, calls } = version
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
  const name = `v${number}`
  return (
    <li data-testid={`version-${number}`} className={cn('rounded-md px-2 py-2 hover:bg-hover', isViewed && 'bg-hover')}>
      <div className="flex items-center gap-1">
        <button
          type="button"
          data-testid={`view-${number}`}
          aria-current={isViewed || undefined}
          title={t.versions.view(number)}
          onClick={onView}
          className="mr-auto flex items-center gap-2 rounded font-medium underline-offset-2 hover:underline"
        >
          {name}
          {isLive && <Badge tone="good">{t.editor.versionLive}</Badge>}
        </button>
        <Button
          look="ghost"
          size="tiny"
          data-testid={`compare-${number}`}
          aria-label={t.versions.compare(number)}
          title={t.versions.compare(number)}
          aria-pressed={isCompared}
          className={cn(isCompared && 'bg-ink text-on-ink hover:bg-ink hover:text-on-ink')}
          onClick={onCompare}
        >
          <GitCompare size={14} />
        </Button>
        <Button look="ghost" size="tiny" aria-label={t.versions.copyLink(number)} title={t.versions.copyLink(number)} onClick={onCopyLink}>
          <Link2 size={14} />
        </Button>
        {onRestore && (
          <Button
            look="ghost"
            size="tiny"
            data-testid={`restore-${number}`}
            aria-label={`${t.editor.versionRestore}: ${name}`}
            title={t.editor.versionRestore}
            onClick={onRestore}
          >
            <Undo2 size={14} />
          </Button>
        )}
      </div>
      {message !== '' && <p className="mt-0.5 line-clamp-4 whitespace-pre-line text-ink-2 text-xs">{message}</p>}
      <p className="mt-0.5 text-ink-3 text-xs">
        {publishedBy ? `${publishedBy.name} · ` : ''}
        {dateTime(publishedAt, locale)}
      </p>
      <div className="mt-1 flex items-center gap-2 text-ink-3 text-xs">
        <span aria-hidden className="h-1 w-16 overflow-hidden rounded-full bg-sunken">
          <span className="block h-full bg-speak" style={{ width: `${share * 100}%` }} />
        </span>
        <span className="tabular-nums">{calls === 0 ? t.versions.noCalls : t.versions.calls(calls, percent)}</span>
      </div>
    </li>
  )
}
