'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { Mark } from './mark.tsx'
import { PreferenceMenu } from './preference-menu.tsx'

/** The frame of lists and pages: a bar with the places, and the content below. */
export function PageShell({ children }: { children: ReactNode }) {
  const t = usePageText()
  const path = usePathname()
  const places = [
    { href: '/', label: t.home.title },
    { href: '/flows', label: t.common.flows },
    { href: '/live', label: t.liveCalls.title },
    { href: '/calls', label: t.common.calls },
    { href: '/campaigns', label: t.campaigns.title },
    { href: '/contacts', label: t.contacts.title },
    { href: '/numbers', label: t.numbers.title },
    { href: '/voices', label: t.common.voices },
    { href: '/response-times', label: t.common.responseTimes },
    { href: '/settings', label: t.common.settings },
  ]
  const isHere = (href: string) => (href === '/' ? path === '/' : path.startsWith(href))
  return (
    <div className="flex min-h-full flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-ink focus:px-3 focus:py-1.5 focus:text-on-ink"
      >
        {t.common.skipToContent}
      </a>
      <header className="sticky top-0 z-20 flex h-12 items-center gap-4 border-line border-b bg-page/95 px-5 backdrop-blur">
        <Link href="/" className="flex shrink-0 items-center gap-2 rounded font-semibold text-[15px] tracking-tight">
          <Mark />
          {t.common.product}
        </Link>
        <nav aria-label={t.common.navigation} className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto py-1">
          {places.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className={cn(
                'whitespace-nowrap rounded-md px-2.5 py-1.5 font-medium text-ink-2 hover:bg-hover hover:text-ink',
                isHere(href) && 'bg-hover text-ink',
              )}
            >
              {label}
            </Link>
          ))}
        </nav>
        <PreferenceMenu />
      </header>
      <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-5 py-7">
        {children}
      </main>
    </div>
  )
}
