import type { Flow, Language, Operation } from '@parley/flow-runtime'
import { type MergedFlow, mergeFlows } from '@parley/flow-runtime/merge'
import { noteCanvasId } from '../notes/note-size.ts'
import { type Edit, type EditLabel, edit, type FlowHistory, redo, startHistory, undo, withOthers } from './flow-history.ts'
import type { Overlay } from './overlay.ts'

export type Panel = 'add' | 'find' | 'variables' | 'intents' | 'problems' | 'versions' | 'settings'
/** Where a running test call is and has been. */
export type Trail = { currentNodeId?: string; nodeIds: ReadonlySet<string>; edgeIds: ReadonlySet<string> }
/** A node about to be chosen: after an outcome, in the middle of an edge, or at a free place of the canvas. */
export type Picking = {
  source?: string
  outcome?: string
  edge?: string
  position?: { x: number; y: number }
  screen: { x: number; y: number }
}

export type EditorState = {
  history: FlowHistory
  /** Cards by their node's id, notes by `noteCanvasId`. */
  selected: readonly string[]
  selectedEdge?: string
  hoveredEdge?: string
  /** The node whose next connection is chosen from a list. */
  connecting?: string
  /** The note that is written in, by its id on the canvas. */
  writing?: string
  /** The caller's language shown on the canvas. */
  language: Language
  panel?: Panel
  picking?: Picking
  trail?: Trail
  overlay?: Overlay
  hasMap?: boolean
  /** A layout is being found, or its cards glide to their places. */
  layout?: 'thinking' | 'moving'
  /** Nothing can be edited: a published version, a past call, or a viewer looks. */
  readOnly: boolean
  /** Who else has this flow open. */
  others: readonly FlowVisitor[]
  /** The version the flow on the canvas is compared with. */
  comparedWith?: ComparedWith
}

export type FlowVisitor = { id: string; person: { id: string; name: string }; nodeId: string | null }
export type ComparedWith = { number: number; document: Flow }

export type EditorStore = ReturnType<typeof createEditorStore>

/** The state of one open editor, outside React: components read slices of it, changes are edits of the flow. */
export function createEditorStore(flow: Flow, { readOnly = false, panel }: { readOnly?: boolean; panel?: Panel } = {}) {
  let state: EditorState = { history: startHistory(flow), selected: [], language: flow.languages[0] ?? 'en', others: [], readOnly, panel }
  const listeners = new Set<() => void>()
  const set = (change: Partial<EditorState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const keepExisting = (history: FlowHistory) => {
    const { nodes, notes } = history.flow
    const ids = new Set([...nodes.map(({ id }) => id), ...notes.map(({ id }) => noteCanvasId(id))])
    set({ history, selected: state.selected.filter((id) => ids.has(id)), selectedEdge: undefined })
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    set,
    edit(operation: Operation, options: { key?: string; label?: EditLabel } = {}) {
      if (readOnly) return
      keepExisting(edit(state.history, operation, { at: Date.now(), ...options }))
    },
    /** Takes back the last edit; returns it for the message. */
    undo(): Edit | undefined {
      if (state.readOnly) return undefined
      const last = state.history.past.at(-1)
      if (last) keepExisting(undo(state.history))
      return last
    },
    redo(): Edit | undefined {
      if (state.readOnly) return undefined
      const next = state.history.future[0]
      if (next) keepExisting(redo(state.history))
      return next
    },
    /** Puts another document into the draft as one edit that undo takes back. */
    replaceDraft(next: Flow) {
      this.edit({ type: 'replaceFlow', flow: next })
    },
    /** Puts what somebody else made of `base` into the draft, among the edits made here; selection and undo stay. */
    takeOthers(base: Flow, theirs: Flow): MergedFlow {
      const merged = mergeFlows(base, state.history.flow, theirs)
      const { flow, renamed } = merged
      const ids = new Set(flow.nodes.map(({ id }) => id))
      set({
        history: withOthers(state.history, flow, renamed),
        selected: state.selected.map((id) => renamed.get(id) ?? id).filter((id) => ids.has(id)),
        selectedEdge: flow.edges.some(({ id }) => id === state.selectedEdge) ? state.selectedEdge : undefined,
      })
      return merged
    },
    select(selected: readonly string[]) {
      const same = selected.length === state.selected.length && selected.every((id, index) => id === state.selected[index])
      if (!same || state.selectedEdge !== undefined) set({ selected, selectedEdge: undefined })
    },
  }
}
