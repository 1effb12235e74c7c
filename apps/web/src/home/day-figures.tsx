'use client'

import Link from 'next/link'
import { callsAddress } from '../calls/wanted-calls.ts'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { milliseconds } from '../lib/time-words.ts'
import { Panel } from '../ui/panel.tsx'
import type { ReadHome } from './read-home.ts'

/** The last 24 hours in figures with their trend; each leads to the calls behind it. */
export function DayFigures({ home: { now, before } }: { home: ReadHome }) {
  const t = usePageText()
  const locale = useLocale()
  const whole = (n: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(n)
  const minutes = (n: number) => t.home.minutes(new Intl.NumberFormat(locale, { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n))
  const ms = (n: number) => milliseconds(n, locale)
  const figures = [
    {
      name: t.home.calls,
      href: callsAddress({ period: '24h', drafts: 'no' }),
      value: now.calls,
      was: before.calls,
      words: whole,
      better: 'more',
    },
    {
      name: t.home.failedCalls,
      href: callsAddress({ period: '24h', drafts: 'no', outcome: ['failed'] }),
      value: now.failed,
      was: before.failed,
      words: whole,
      better: 'less',
    },
    {
      name: t.home.booked,
      href: callsAddress({ period: '24h', drafts: 'no', booked: 'yes' }),
      value: now.booked,
      was: before.booked,
      words: whole,
      better: 'more',
    },
    {
      name: t.home.talk,
      href: callsAddress({ period: '24h', drafts: 'no', sort: 'longest' }),
      value: now.talkSeconds / 60,
      was: before.talkSeconds / 60,
      words: minutes,
      better: 'neither',
    },
    {
      name: t.home.median,
      href: '/response-times?period=24h',
      value: now.medianGapMs,
      was: before.medianGapMs,
      words: ms,
      better: 'less',
    },
  ] as const
  return (
    <Panel title={t.home.day} hint={t.home.against}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3" data-testid="home-figures">
        {figures.map(({ name, href, value, was, words, better }) => (
          <div key={name}>
            <dt className="text-ink-3 text-xs">{name}</dt>
            <dd className="mt-0.5">
              <Link href={href} className="rounded font-semibold text-2xl tabular-nums tracking-tight hover:underline">
                {value === null ? '–' : words(value)}
              </Link>
              {value !== null && was !== null && <Trend change={value - was} was={was} words={words} better={better} />}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** A change of less than this share is named, but neither good nor bad. */
const noticeable = 0.05

type TrendProps = { change: number; was: number; words: (n: number) => string; better: 'more' | 'less' | 'neither' }

function Trend({ change, was, words, better }: TrendProps) {
  const t = usePageText()
  const isSame = words(Math.abs(change)) === words(0)
  const isGood = better === 'more' ? change > 0 : change < 0
  const tone = isSame || better === 'neither' || Math.abs(change) < was * noticeable ? 'text-ink-3' : isGood ? 'text-do' : 'text-call'
  const said = isSame ? t.home.same : (change > 0 ? t.home.more : t.home.fewer)(words(Math.abs(change)))
  return <span className={cn('block text-xs', tone)}>{said}</span>
}
