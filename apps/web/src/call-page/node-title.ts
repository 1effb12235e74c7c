import { type Flow, nodeByWholeId, outcomesOf } from '@parley/flow-runtime'
import { nodeTitle as titleOf } from '../flow-editor/node-words.ts'
import type { Locale } from '../i18n/locale.ts'

/** A node's name as the canvas shows it, after the subflow it is in; its id when the version could not be read. */
export function nodeTitle(flow: Flow | null, wholeId: string, locale: Locale): string {
  const found = flow ? nodeByWholeId(flow, wholeId) : undefined
  if (!flow || !found) return wholeId
  const title = titleOf(found.node, locale)
  return found.flow === flow ? title : `${found.flow.name} › ${title}`
}

/** An outcome in the words the canvas shows. */
export function outcomeTitle(flow: Flow | null, wholeId: string, outcome: string, locale: Locale): string {
  const place = flow ? nodeByWholeId(flow, wholeId) : undefined
  const found = place && outcomesOf(place.node, place.flow, locale).find(({ name }) => name === outcome)
  return found ? found.label : outcome
}
