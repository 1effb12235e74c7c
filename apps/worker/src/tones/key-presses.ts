type Source = 'line' | 'tone'

/** How far apart the line's message and the tone of the same press arrive, at most. */
const samePressMs = 150

/**
 * Tells whether a key is a press of its own, or the same press told by the other way (in band and out of band). All instants are of one clock: when the
 * message or the tone arrived here. A carrier may tell the key when it is released: a tone that goes on is still the same press.
 */
export function createKeyPresses() {
  let pending: { key: string; at: number; source: Source }[] = []
  let lastTone: { at: number } | undefined

  return {
    isNew(key: string, at: number, source: Source): boolean {
      pending = pending.filter((press) => at - press.at <= samePressMs)
      const twin = pending.findIndex((press) => press.key === key && press.source !== source)
      if (twin >= 0) pending.splice(twin, 1)
      else {
        const press = { key, at, source }
        pending.push(press)
        if (source === 'tone') lastTone = press
      }
      return twin < 0
    },
    /** The tone that was told last sounds on. */
    goOn(at: number) {
      if (lastTone) lastTone.at = at
    },
  }
}
