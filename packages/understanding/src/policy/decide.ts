import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'

/** Whether an answer needs no second opinion: an intent it is sure of, or a value for what was asked with no intent in sight. */
export function isSure({ intents, slots }: UnderstandRequest, answer: Understanding, threshold: number): boolean {
  if (intents.length === 0 && slots.length === 0) return true
  if (answer.intent !== null && answer.confidence >= threshold) return true
  const typed = new Set(slots.filter(({ type }) => type !== 'text' || slots.length === 1).map(({ name }) => name))
  const filled = answer.slots.some(({ name, confidence }) => typed.has(name) && confidence >= threshold)
  return filled && answer.confidence < threshold / 2
}

/** The surer intent of both; for each slot the local value where that is sure, else the surer one. `engine` names whose intent (or, without one, whose values) it is. */
export function merge({ slots }: UnderstandRequest, local: Understanding, model: Understanding, threshold: number): Understanding {
  const modelLeads =
    model.intent === null ? local.intent === null || model.confidence > local.confidence : model.confidence >= local.confidence
  const leader = modelLeads ? model : local
  const bestSlots = slots.flatMap(({ name }) => {
    const [own, other] = [local, model].map((answer) => answer.slots.find((slot) => slot.name === name))
    const best = own && other ? (own.confidence >= Math.min(threshold, other.confidence) ? own : other) : (own ?? other)
    return best ? [best] : []
  })
  const candidates = [
    ...model.candidates,
    ...local.candidates.filter(({ intent }) => !model.candidates.some((other) => other.intent === intent)),
  ]
  return {
    intent: leader.intent,
    confidence: leader.confidence,
    candidates: candidates.sort((a, b) => b.confidence - a.confidence),
    slots: bestSlots,
    ...(local.language ? { language: local.language } : {}),
    closestSample: leader.closestSample,
    reason: `local is not sure; ${modelLeads ? 'the model decides' : 'the model is less sure'}; ${leader.reason}`,
    engine: leader.engine,
    tookMs: leader.tookMs,
  }
}
