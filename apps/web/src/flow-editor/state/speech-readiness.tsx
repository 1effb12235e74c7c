'use client'

import type { Flow, FlowNode } from '@parley/flow-runtime'
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { nodeById } from './flow-lookup.ts'

export type SpeechReadiness = 'ready' | 'making' | 'unknown'
type ReadinessOf = (node: FlowNode) => SpeechReadiness

const askAgainMs = 3_000
const ReadinessContext = createContext<ReadinessOf>(() => 'unknown')

/** Knows whether the speech of the published version is made; a node that was changed since then is not published yet. */
export function SpeechReadinessProvider({
  published,
  children,
}: {
  published: { id: string; document: Flow } | null
  children: ReactNode
}) {
  const trpc = useTRPC()
  const { data = 'unknown' } = useQuery({
    ...trpc.flows.speech.queryOptions({ versionId: published?.id ?? '' }),
    enabled: published !== null,
    refetchInterval: ({ state }) => (state.data === 'making' ? askAgainMs : false),
  })
  const readinessOf = useCallback<ReadinessOf>(
    (node) => {
      const known = published && nodeById(published.document, node.id)
      return known && JSON.stringify(known.data) === JSON.stringify(node.data) ? data : 'unknown'
    },
    [published, data],
  )
  return <ReadinessContext.Provider value={readinessOf}>{children}</ReadinessContext.Provider>
}

/** Whether what this node says is made already. */
export const useSpeechReadiness = (node: FlowNode): SpeechReadiness => useContext(ReadinessContext)(node)
