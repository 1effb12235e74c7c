import type { EditorStore } from '../state/editor-store.ts'

/** Long enough to come from the line to the buttons on it. */
const lingerMs = 300
const timers = new WeakMap<EditorStore, ReturnType<typeof setTimeout>>()

/** The pointer is on an edge, or on the buttons in its middle. */
export function keepHovered(store: EditorStore, id: string): void {
  clearTimeout(timers.get(store))
  if (store.getState().hoveredEdge !== id) store.set({ hoveredEdge: id })
}

/** The pointer has left the edge; it may be on its way to the buttons. */
export function leaveSoon(store: EditorStore): void {
  clearTimeout(timers.get(store))
  timers.set(
    store,
    setTimeout(() => store.set({ hoveredEdge: undefined }), lingerMs),
  )
}
