'use client'

import type { KnownContact } from '@parley/db'
import Link from 'next/link'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'

/** People as rows, last seen first. */
export function ContactsTable({ people }: { people: readonly KnownContact[] }) {
  const t = usePageText()
  const { words } = useDateWords()
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
      <table className="w-full text-left" data-testid="contacts">
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            {[t.contacts.name, t.contacts.phone, t.contacts.lastSeen, t.contacts.lastCall].map((head) => (
              <th key={head} scope="col" className="px-4 py-2.5 font-medium">
                {head}
              </th>
            ))}
            {[t.contacts.calls, t.contacts.appointments].map((head) => (
              <th key={head} scope="col" className="px-4 py-2.5 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.key} className="border-line border-t first:border-t-0">
              <td className="max-w-64 truncate px-4 py-2.5 font-medium">
                {person.name ?? <span className="font-normal text-ink-3">{t.contacts.nobody}</span>}
              </td>
              <td className="whitespace-nowrap px-4 py-2.5 tabular-nums">{person.phone ?? '–'}</td>
              <td className="whitespace-nowrap px-4 py-2.5">{words(person.lastAt)}</td>
              <td className="px-4 py-2.5">
                {person.lastCallId ? (
                  <Link href={`/calls/${person.lastCallId}`} className="rounded underline underline-offset-2">
                    {t.home.open}
                  </Link>
                ) : (
                  '–'
                )}
              </td>
              <td className="px-4 py-2.5 text-right tabular-nums">{person.calls}</td>
              <td className="px-4 py-2.5 text-right tabular-nums">{person.appointments}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
