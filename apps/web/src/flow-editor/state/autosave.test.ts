import { apply, type Flow } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave } from './autosave.ts'

const flow = templates.threeNodes
const merge = () => flow
const named = (name: string): Flow => apply(flow, { type: 'rename', name })

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves the last of several quick changes once, over the revision it knows', async () => {
    const save = vi.fn(async (_document: Flow, revision: number) => ({ ok: true as const, revision: revision + 1 }))
    const autosave = createAutosave({ flow, revision: 4, save, merge, codeOf: String })
    autosave.changed(named('A'))
    autosave.changed(named('B'))
    expect(autosave.getState().status).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(save.mock.calls.map(([document, revision]) => [document.name, revision])).toEqual([['B', 4]])
    expect(autosave.getState().status).toBe('saved')
  })

  it('saves a change made during a save afterwards', async () => {
    let finish = () => {}
    const save = vi.fn(
      (_document: Flow, revision: number) =>
        new Promise<{ ok: true; revision: number }>((done) => (finish = () => done({ ok: true, revision: revision + 1 }))),
    )
    const autosave = createAutosave({ flow, revision: 1, save, merge, codeOf: String })
    autosave.changed(named('A'))
    await vi.advanceTimersByTimeAsync(1_000)
    autosave.changed(named('B'))
    finish()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(save.mock.calls.map(([document, revision]) => [document.name, revision])).toEqual([
      ['A', 1],
      ['B', 2],
    ])
  })

  it('tries again after a failure', async () => {
    const save = vi.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValue({ ok: true, revision: 2 })
    const autosave = createAutosave({ flow, revision: 1, save, merge, codeOf: () => 'OFFLINE' })
    autosave.changed(named('A'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(autosave.getState()).toEqual({ status: 'failed', code: 'OFFLINE' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(autosave.getState().status).toBe('saved')
  })

  it('merges what somebody else saved in between, and saves the result over it', async () => {
    const theirs = { document: named('theirs'), revision: 7, by: null }
    const save = vi.fn().mockResolvedValueOnce({ ok: false, theirs }).mockResolvedValue({ ok: true, revision: 8 })
    const merge = vi.fn(() => named('both'))
    const autosave = createAutosave({ flow, revision: 1, save, merge, codeOf: String })
    autosave.changed(named('mine'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(merge).toHaveBeenCalledWith(flow, theirs)
    expect(save.mock.calls.map((call) => call.slice(0, 2))).toEqual([
      [named('mine'), 1],
      [named('both'), 7],
    ])
    expect(autosave.getState().status).toBe('saved')
  })

  it('takes in what it hears of without saving, unless there is more to save, and nothing old', async () => {
    const save = vi.fn(async (_document: Flow, revision: number) => ({ ok: true as const, revision: revision + 1 }))
    const merge = vi.fn((_base: Flow, theirs: { document: Flow }) => theirs.document)
    const autosave = createAutosave({ flow, revision: 3, save, merge, codeOf: String })
    autosave.receive({ document: named('old'), revision: 3, by: null })
    expect(merge).not.toHaveBeenCalled()
    autosave.receive({ document: named('theirs'), revision: 4, by: null })
    await vi.advanceTimersByTimeAsync(5_000)
    expect([autosave.revision(), autosave.getState().status, save.mock.calls.length]).toEqual([4, 'saved', 0])
    expect(autosave.unsaved()).toBeUndefined()
  })
})
