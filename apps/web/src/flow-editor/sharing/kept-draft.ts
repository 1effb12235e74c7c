import { type Flow, readFlow } from '@parley/flow-runtime'
import { z } from 'zod'

/** Changes that the server does not have yet, and the draft they were made on. */
export type KeptDraft = { base: Flow; document: Flow; at: number }

const stored = z.object({ base: z.unknown(), document: z.unknown(), at: z.number() })
const keyOf = (flowId: string) => `parley-unsaved-${flowId}`

/** Keeps unsaved changes in this browser, so that a closed page does not lose them. Where there is no room they stay on the page alone. */
export function keepDraft(flowId: string, draft: KeptDraft, storage: Storage = localStorage): void {
  try {
    storage.setItem(keyOf(flowId), JSON.stringify(draft))
  } catch {
    storage.removeItem(keyOf(flowId))
  }
}

export const forgetDraft = (flowId: string, storage: Storage = localStorage): void => storage.removeItem(keyOf(flowId))

/** What was kept of a flow and can still be read. */
export function keptDraft(flowId: string, storage: Storage = localStorage): KeptDraft | undefined {
  const text = storage.getItem(keyOf(flowId))
  if (text === null) return undefined
  try {
    const { base, document, at } = stored.parse(JSON.parse(text))
    const [from, to] = [readFlow(base), readFlow(document)]
    return from.ok && to.ok ? { base: from.flow, document: to.flow, at } : undefined
  } catch {
    return undefined
  }
}
