type Pause = { leastMs: number; mostMs: number }

const atComma: Pause = { leastMs: 80, mostMs: 140 }
const atColon: Pause = { leastMs: 140, mostMs: 250 }
const atStop: Pause = { leastMs: 250, mostMs: 350 }

/** How long a speaker pauses after these words, by the mark they end with. */
export function pauseAfter(text: string): Pause {
  const mark = text.match(/([,;:.!?…])[^,;:.!?…\p{L}\p{N}]*$/u)?.[1]
  if (mark === undefined || mark === ',') return atComma
  return mark === ';' || mark === ':' ? atColon : atStop
}

/** The pause that is there already, made a natural one. */
export const naturalPauseMs = (text: string, presentMs: number): number => {
  const { leastMs, mostMs } = pauseAfter(text)
  return Math.min(mostMs, Math.max(leastMs, presentMs))
}
