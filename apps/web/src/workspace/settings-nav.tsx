'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { usePageText } from '../i18n/use-page-text.ts'

/** The pages of the settings. */
export function SettingsNav() {
  const t = usePageText()
  const path = usePathname()
  const places = [
    { href: '/settings', label: t.workspace.title },
    { href: '/settings/providers', label: t.workspace.providers },
  ]
  return (
    <nav aria-label={t.workspace.sections} className="mb-5 flex gap-1 border-line border-b">
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className="-mb-px border-transparent border-b-2 px-2.5 py-2 font-medium text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
