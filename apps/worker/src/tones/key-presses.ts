type Source = 'line' | 'tone'

/** How far apart the line's message and the tone of the same press arrive, at most. */
const samePressMs = 150

/** Tells whether a key is a press of its own, or the same press told by the other way (in band and out of band). */
export function createKeyPresses() {
  let pending: { key: string; at: number; source: Source }[] = []

  return (key: string, at: number, source: Source): boolean => {
    pending = pending.filter((press) => at - press.at <= samePressMs)
    const twin = pending.findIndex((press) => press.key === key && press.source !== source)
    if (twin < 0) pending.push({ key, at, source })
    else pending.splice(twin, 1)
    return twin < 0
  }
}
