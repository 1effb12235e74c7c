import type { Visit } from './visit.ts'

/** Does things as late as the visit says, in the order they were given. */
export function createDelayLine({ lateMs }: Visit): (deliver: () => void) => void {
  const waiting: (() => void)[] = []
  let lastAt = 0
  return (deliver) => {
    const now = performance.now()
    lastAt = Math.max(lastAt, now + lateMs())
    if (lastAt <= now && waiting.length === 0) return deliver()
    waiting.push(deliver)
    setTimeout(() => waiting.shift()?.(), lastAt - now)
  }
}
