'use client'

import type { Flow } from '@parley/flow-runtime'
import { useEffect, useState } from 'react'
import { saysTheSame } from './autosave.ts'
import { useEditorStore } from './use-editor.tsx'

const quietMs = 250

/** Whether the draft says what the published version says; found out once the hand rests. */
export function useIsUnchanged(published: Flow | undefined): boolean {
  const store = useEditorStore()
  const [isUnchanged, set] = useState(false)
  useEffect(() => {
    if (!published) return set(false)
    let timer: ReturnType<typeof setTimeout> | undefined
    let seen: Flow | undefined
    const compare = () => set(saysTheSame(published, store.getState().history.flow))
    const onChange = () => {
      const { flow } = store.getState().history
      if (flow === seen) return
      seen = flow
      clearTimeout(timer)
      timer = setTimeout(compare, quietMs)
    }
    compare()
    const stop = store.subscribe(onChange)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, published])
  return isUnchanged
}
