'use client'

import { useEffect } from 'react'
import { useTRPCClient } from '../../trpc/trpc-provider.tsx'
import type { Autosave } from '../state/autosave.ts'
import { useEditorStore } from '../state/use-editor.tsx'

const everyMs = 1_000

/** Says every second that this page is here, hears who else is, and takes in what they saved. */
export function useSharedEditing(flowId: string, autosave: Autosave): void {
  const client = useTRPCClient()
  const store = useEditorStore()

  useEffect(() => {
    let visitorId: string | undefined
    let isBusy = false
    let isOver = false
    const visit = async () => {
      if (isBusy) return
      isBusy = true
      try {
        const seen = await client.flows.visit.mutate({ flowId, visitorId, nodeId: store.getState().selected[0] })
        visitorId = seen.visitorId
        if (isOver) return
        if (JSON.stringify(seen.others) !== JSON.stringify(store.getState().others)) store.set({ others: seen.others })
        if (seen.revision > autosave.revision()) {
          const { document, revision } = await client.flows.get.query({ flowId })
          if (document && !isOver) autosave.receive({ document, revision, by: seen.savedBy })
        }
      } catch {
        // Nobody can be seen while the server is out of reach; what is drawn here does not depend on it.
        if (!isOver && store.getState().others.length > 0) store.set({ others: [] })
      } finally {
        isBusy = false
      }
    }
    void visit()
    const timer = setInterval(() => void visit(), everyMs)
    return () => {
      isOver = true
      clearInterval(timer)
      if (visitorId) client.flows.leave.mutate({ flowId, visitorId }).catch(() => undefined)
    }
  }, [client, flowId, store, autosave])
}
