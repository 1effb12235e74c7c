import { readFlow } from '@parley/flow-runtime'
import { z } from 'zod'
import { type KeptDraft, keptDraftKey } from './kept-draft.ts'

const stored = z.object({ base: z.unknown(), document: z.unknown(), at: z.number() })

/** What was kept of a flow and can still be read. */
export function readKeptDraft(flowId: string, storage: Storage = localStorage): KeptDraft | undefined {
  const text = storage.getItem(keptDraftKey(flowId))
  if (text === null) return undefined
  try {
    const { base, document, at } = stored.parse(JSON.parse(text))
    const [from, to] = [readFlow(base), readFlow(document)]
    return from.ok && to.ok ? { base: from.flow, document: to.flow, at } : undefined
  } catch {
    return undefined
  }
}
