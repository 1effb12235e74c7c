'use client'

import { useDeferredValue, useEffect } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'

/** While the flow is compared with a version, the canvas shows what differs, a moment behind the hand. */
export function useChangesOverlay(): void {
  const store = useEditorStore()
  const locale = useLocale()
  const against = useEditor((state) => state.comparedWith)
  const flow = useDeferredValue(useEditor((state) => (state.comparedWith ? state.history.flow : undefined)))
  useEffect(() => {
    if (!against || !flow) return
    let isOver = false
    void import('./changes-overlay.ts').then(({ changesOverlay }) => {
      if (!isOver) store.set({ overlay: changesOverlay(against.document, flow, locale) })
    })
    return () => {
      isOver = true
    }
  }, [against, flow, locale, store])
  useEffect(() => {
    if (!against) return
    return () => {
      if (store.getState().overlay?.kind === 'changes') store.set({ overlay: undefined })
    }
  }, [against, store])
}
