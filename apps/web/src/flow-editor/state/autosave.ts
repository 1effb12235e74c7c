import type { Flow } from '@parley/flow-runtime'

export type SaveState =
  | { status: 'saved'; at?: number }
  | { status: 'unsaved' | 'saving' }
  | { status: 'failed'; code: string }
  | { status: 'conflict'; theirs: { document: Flow; revision: number } }

type Saved = { ok: true; revision: number } | { ok: false; theirs: { document: Flow; revision: number } }
type AutosaveOptions = {
  revision: number
  flow: Flow
  save: (document: Flow, revision: number) => Promise<Saved>
  codeOf: (error: unknown) => string
  now?: () => number
}

const quietMs = 700
const againMs = 4_000

export type Autosave = ReturnType<typeof createAutosave>

/**
 * Saves a draft a moment after the last change, one save at a time. A failed save is tried again; a draft that was
 * changed elsewhere stops saving until somebody chooses.
 */
export function createAutosave({ revision, flow, save, codeOf, now = Date.now }: AutosaveOptions) {
  let state: SaveState = { status: 'saved' }
  let known = { revision, flow }
  let current = flow
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const set = (next: SaveState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const schedule = (afterMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), afterMs)
  }

  async function saveOnce(): Promise<void> {
    const document = current
    set({ status: 'saving' })
    try {
      const saved = await save(document, known.revision)
      if (!saved.ok) return set({ status: 'conflict', theirs: saved.theirs })
      known = { revision: saved.revision, flow: document }
      set({ status: 'saved', at: now() })
      if (current !== document) changed(current)
    } catch (error) {
      set({ status: 'failed', code: codeOf(error) })
      schedule(againMs)
    }
  }
  function run(): Promise<void> {
    clearTimeout(timer)
    if (!running && current !== known.flow && state.status !== 'conflict') {
      running = saveOnce().finally(() => {
        running = undefined
      })
    }
    return running ?? Promise.resolve()
  }
  function changed(next: Flow) {
    current = next
    if (state.status === 'conflict') return
    if (next === known.flow) return
    if (state.status !== 'saving') set({ status: 'unsaved' })
    schedule(quietMs)
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    changed,
    /** Saves what is not saved yet; true when the server has everything. */
    async flush(): Promise<boolean> {
      await run()
      await run()
      return state.status === 'saved'
    },
    /** Ends a conflict: what is seen is saved over the other draft, or the other draft was taken over. */
    resolve(choice: 'mine' | 'theirs') {
      if (state.status !== 'conflict') return
      const { theirs } = state
      known = { revision: theirs.revision, flow: theirs.document }
      if (choice === 'theirs') {
        current = theirs.document
        set({ status: 'saved', at: now() })
      } else {
        set({ status: 'unsaved' })
        void run()
      }
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
