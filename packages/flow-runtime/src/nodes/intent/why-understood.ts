import type { Understanding } from '../../understanding.ts'
import type { Why } from '../../why/why.ts'

const percent = (share: number) => Math.round(share * 100)
/** "49.6 of 50" must not read "50 of 50". */
const percentBelow = (share: number, limit: number) => Math.min(percent(share), Math.max(0, percent(limit) - 1))

/** Why the intent is taken: who decided, by what, and how sure. */
export function whyUnderstood({ closestSample, confidence, engine }: Understanding): Why {
  if (closestSample) return { code: 'closestSample', values: { sample: closestSample, confidence: percent(confidence) } }
  return { code: engine === 'model' ? 'modelUnderstood' : 'intentUnderstood', values: { confidence: percent(confidence) } }
}

/** Why the best intent is not taken. */
export function whyUnsure({ closestSample, confidence }: Understanding, threshold: number): Why {
  const values = { confidence: percentBelow(confidence, threshold), threshold: percent(threshold) }
  if (closestSample) return { code: 'closestSampleUnsure', values: { sample: closestSample, ...values } }
  return { code: 'intentUnsure', values }
}
