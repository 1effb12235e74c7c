'use client'

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { EditorState, EditorStore } from './editor-store.ts'

const StoreContext = createContext<EditorStore | null>(null)

export function EditorProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>
}

export function useEditorStore(): EditorStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useEditorStore needs an EditorProvider above it.')
  return store
}

/** A slice of the editor's state; the selector must return the same value for the same state. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  const store = useEditorStore()
  const read = () => select(store.getState())
  return useSyncExternalStore(store.subscribe, read, read)
}

export const useFlow = () => useEditor((state) => state.history.flow)
