import type { SharedCatalogue } from '../i18n/en-shared.ts'
import type { Mark } from './read-timeline.ts'

/** What happened at a mark of the time axis. */
export function markWords({ kind, name }: Pick<Mark, 'kind' | 'name'>, t: SharedCatalogue): string {
  if (kind === 'key') return t.pastCalls.marks.key(name)
  if (kind === 'transfer') return t.pastCalls.marks.transfer(name)
  const names: Record<string, string | undefined> =
    kind === 'tool' ? t.pastCalls.tools : kind === 'note' ? t.callPage.notes : t.callPage.hungUpBy
  return names[name] ?? name
}
