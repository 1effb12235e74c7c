'use client'

import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Badge } from '../ui/badge.tsx'
import type { ReadWorkspace } from './read-workspace.ts'

/** Who belongs to the workspace and what they may do. */
export function MembersTable({ members, userId }: Pick<ReadWorkspace, 'members' | 'userId'>) {
  const t = usePageText()
  const locale = useLocale()
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <ul className="flex flex-col">
      {members.map((member) => (
        <li
          key={member.userId}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t py-2 first:border-t-0 first:pt-0 last:pb-0"
        >
          <span className="font-medium">{member.name}</span>
          <span className="min-w-0 truncate text-ink-2">{member.email}</span>
          {member.userId === userId && <span className="text-ink-3">({t.workspace.you})</span>}
          <span className="ml-auto text-ink-3 text-xs">{t.workspace.since(day.format(member.since))}</span>
          <Badge>{t.workspace.roles[member.role]}</Badge>
        </li>
      ))}
    </ul>
  )
}
