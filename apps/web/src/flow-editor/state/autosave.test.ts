import { apply, type Flow } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave } from './autosave.ts'

const flow = templates.threeNodes
const named = (name: string): Flow => apply(flow, { type: 'rename', name })

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves the last of several quick changes once, over the revision it knows', async () => {
    const save = vi.fn(async (_document: Flow, revision: number) => ({ ok: true as const, revision: revision + 1 }))
    const autosave = createAutosave({ flow, revision: 4, save, codeOf: String })
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
    const autosave = createAutosave({ flow, revision: 1, save, codeOf: String })
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
    const autosave = createAutosave({ flow, revision: 1, save, codeOf: () => 'OFFLINE' })
    autosave.changed(named('A'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(autosave.getState()).toEqual({ status: 'failed', code: 'OFFLINE' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(autosave.getState().status).toBe('saved')
  })

  it('stops at a conflict until somebody chooses, then saves over the revision it was shown', async () => {
    const theirs = { document: named('theirs'), revision: 7 }
    const save = vi.fn().mockResolvedValueOnce({ ok: false, theirs }).mockResolvedValue({ ok: true, revision: 8 })
    const autosave = createAutosave({ flow, revision: 1, save, codeOf: String })
    autosave.changed(named('mine'))
    await vi.advanceTimersByTimeAsync(1_000)
    autosave.changed(named('mine again'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(autosave.getState()).toEqual({ status: 'conflict', theirs })
    autosave.resolve('mine')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(save.mock.calls[1]?.slice(0, 2)).toEqual([named('mine again'), 7])
    expect(autosave.getState().status).toBe('saved')
  })
})
