/** Tones of the last key, and what of it is still under way, sound on after the entry. */
const afterMs = 1_000

/**
 * The moments in which the contact enters a secret: key tones and spoken digits tell it, so nothing of the contact is recorded then, nor while they go
 * on speaking after the entry.
 */
export function createPrivacy() {
  let state: 'open' | 'secret' | 'after' = 'open'
  let until = Number.NEGATIVE_INFINITY

  const ends = (at: number) => {
    if (state === 'secret') {
      until = at + afterMs
      state = 'after'
    }
  }

  return {
    begins(secret: boolean, at: number) {
      ends(at)
      state = secret ? 'secret' : 'open'
    },
    ends,
    /** Whether what sounds at `at` must not be kept; `speaks`: the contact has the floor. */
    covers(at: number, speaks: boolean): boolean {
      if (state === 'after' && at > until) state = 'open'
      if (state === 'after' && speaks) until = at + afterMs
      return state === 'secret' || at <= until
    },
  }
}
