/** Tones of the last key, and what of it is still under way, sound on after the entry. */
const afterMs = 1_000

/** The moments in which the contact types a secret: key tones tell the digits, so nothing of the contact is recorded then. */
export function createPrivacy() {
  let isSecret = false
  let until = Number.NEGATIVE_INFINITY

  const ends = (at: number) => {
    if (isSecret) until = at + afterMs
    isSecret = false
  }

  return {
    begins(secret: boolean, at: number) {
      ends(at)
      isSecret = secret
    },
    ends,
    covers: (at: number) => isSecret || at <= until,
  }
}
