import type { FilledSlot, Flow } from '@parley/flow-runtime'
import type { SharedCatalogue } from '../i18n/en-shared.ts'
import { variableTitle } from '../lib/variable-title.ts'

/** A slot as the call page names it; undefined for what the product asked for itself and has no words for. */
export function slotWords(
  { name, value }: FilledSlot,
  flow: Flow | null,
  t: SharedCatalogue,
): { title: string; value: string } | undefined {
  const words = typeof value === 'boolean' ? (value ? t.callPage.yes : t.callPage.no) : String(value)
  if (!name.startsWith('_')) return { title: variableTitle(flow, name), value: words }
  const own: Record<string, string | undefined> = t.callPage.ownSlots
  const title = own[name]
  if (title === undefined) return undefined
  // Its value is the place among the offered times, from 0.
  if (name === '_offer' && /^\d+$/.test(words)) return { title, value: t.callPage.place(Number(words) + 1) }
  return { title, value: words }
}
