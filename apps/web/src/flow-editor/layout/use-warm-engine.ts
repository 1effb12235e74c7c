'use client'

import { useEffect } from 'react'
import { whenFree } from '../../lib/when-free.ts'
import { cardHeight } from '../card-size.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { elkGraph, thoroughUpTo } from './elk-graph.ts'
import { elkPlaces } from './elk-places.ts'

/** How often a part of the flow is laid out for nothing: afterwards the browser has compiled what is slow to run before. */
const rounds = 2

/** Of a large flow that can be edited, starts the engine that lays out before it is asked to, once the page is free. */
export function useWarmEngine(): void {
  const store = useEditorStore()
  useEffect(() => {
    const { history, readOnly } = store.getState()
    const { flow } = history
    if (readOnly || flow.nodes.length <= thoroughUpTo) return
    return whenFree(() => {
      const part = elkGraph(flow, flow.nodes.slice(0, thoroughUpTo + 1), (node) => cardHeight(node, flow))
      // What cannot be loaded now is loaded, or complained about, when it is needed.
      for (let round = 0; round < rounds; round++) void elkPlaces(part).catch(() => undefined)
    })
  }, [store])
}
