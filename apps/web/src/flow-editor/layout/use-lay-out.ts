'use client'

import { editsBetween } from '@parley/flow-runtime'
import { useReactFlow } from '@xyflow/react'
import { useText } from '../../i18n/text-provider.tsx'
import { toast } from '../../ui/toast.tsx'
import { cardHeight } from '../card-size.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { elkGraph } from './elk-graph.ts'
import { elkPlaces } from './elk-places.ts'
import { placeNodes } from './place-nodes.ts'

/** So that the page can answer between two steps. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Longest that cards glide to their new places. */
const glideMs = 150

/** Lays out the selected nodes, or all where fewer than two are selected: left to right, as one edit. */
export function useLayOut(): () => Promise<void> {
  const t = useText()
  const store = useEditorStore()
  const { getInternalNode } = useReactFlow()
  return async () => {
    const { history, selected, layout } = store.getState()
    if (layout !== undefined) return
    const chosen = selected.length > 1 ? new Set(selected) : undefined
    const nodes = chosen ? history.flow.nodes.filter(({ id }) => chosen.has(id)) : history.flow.nodes
    store.set({ layout: 'thinking' })
    try {
      const graph = elkGraph(history.flow, nodes, (node) => getInternalNode(node.id)?.measured.height ?? cardHeight(node, history.flow))
      const places = await elkPlaces(graph)
      store.set({ layout: 'moving' })
      await nextTask()
      const { flow } = store.getState().history
      const edits = editsBetween(flow, placeNodes(flow, places))
      await nextTask()
      store.edit(edits, { label: 'layOut' })
      setTimeout(() => store.set({ layout: undefined }), glideMs)
    } catch {
      store.set({ layout: undefined })
      toast({ tone: 'bad', message: t.canvas.layOutFailed })
    }
  }
}
