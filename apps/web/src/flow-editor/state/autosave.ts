import { apply, type Flow } from '@parley/flow-runtime'

export type SaveState = { status: 'saved'; at?: number } | { status: 'unsaved' | 'saving' } | { status: 'failed'; code: string }

/** A draft somebody else saved. */
export type TheirDraft = { document: Flow; revision: number; by: { id: string; name: string } | null }
type Saved = { ok: true; revision: number } | { ok: false; theirs: TheirDraft }
type AutosaveOptions = {
  revision: number
  flow: Flow
  save: (document: Flow, revision: number) => Promise<Saved>
  /** Merges their draft into the one that is drawn and answers with what is drawn then; `base` is what both began with. */
  merge: (base: Flow, theirs: TheirDraft) => Flow
  codeOf: (error: unknown) => string
  now?: () => number
}

const quietMs = 700
const againMs = 4_000

export type Autosave = ReturnType<typeof createAutosave>

/**
 * Saves a draft a moment after the last change, one save at a time. A failed save is tried again; where somebody else saved in between, theirs
 * is merged in and the result saved.
 */
export function createAutosave({ revision, flow, save, merge, codeOf, now = Date.now }: AutosaveOptions) {
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
      if (!saved.ok) return takeOver(saved.theirs)
      known = { revision: saved.revision, flow: document }
      set({ status: 'saved', at: now() })
      if (current !== document) changed(current)
    } catch (error) {
      set({ status: 'failed', code: codeOf(error) })
      schedule(againMs)
    }
  }
  function takeOver(theirs: TheirDraft) {
    const merged = merge(known.flow, theirs)
    const isAllSaved = saysTheSame(theirs.document, merged)
    known = { revision: theirs.revision, flow: isAllSaved ? merged : theirs.document }
    set(isAllSaved ? { status: 'saved', at: now() } : { status: 'unsaved' })
    changed(merged)
  }
  function run(): Promise<void> {
    clearTimeout(timer)
    if (!running && current !== known.flow) {
      running = saveOnce().finally(() => {
        running = undefined
      })
    }
    return running ?? Promise.resolve()
  }
  function changed(next: Flow) {
    current = next
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
    /** The revision that the draft here is made on. */
    revision: () => known.revision,
    /** What somebody else saved, heard of in another way than by saving. While a save is under way, that one will tell. */
    receive(theirs: TheirDraft) {
      if (running || theirs.revision <= known.revision) return
      takeOver(theirs)
    },
    /** What is not saved yet, with what it was made on; undefined when all is saved. */
    unsaved: () => (current === known.flow ? undefined : { base: known.flow, document: current }),
    stop() {
      clearTimeout(timer)
    },
  }
}

/** An edit that says what a flow says already changes nothing. */
export const saysTheSame = (a: Flow, b: Flow) => apply(a, { type: 'replaceFlow', flow: b }) === a
