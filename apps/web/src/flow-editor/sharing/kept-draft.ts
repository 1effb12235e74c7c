import type { Flow } from '@parley/flow-runtime'

/** Changes that the server does not have yet, and the draft they were made on. */
export type KeptDraft = { base: Flow; document: Flow; at: number }

/** Under which name the browser keeps them. */
export const keptDraftKey = (flowId: string) => `parley-unsaved-${flowId}`

/** Keeps unsaved changes in this browser, so that a closed page does not lose them. Where there is no room they stay on the page alone. */
export function keepDraft(flowId: string, draft: KeptDraft, storage: Storage = localStorage): void {
  try {
    storage.setItem(keptDraftKey(flowId), JSON.stringify(draft))
  } catch {
    storage.removeItem(keptDraftKey(flowId))
  }
}

export const forgetDraft = (flowId: string, storage: Storage = localStorage): void => storage.removeItem(keptDraftKey(flowId))
