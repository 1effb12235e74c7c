import type { IntentCandidate } from '@parley/flow-runtime'

/** One text to learn from; `intent` is the position of its intent, `weight` below 1 for what nobody said in these words. */
export type TrainingRow = { text: string; intent: number; weight: number }

const descriptionWeight = 0.25

/** Every sample, each intent's description as a weak one, and its name where there is nothing else. */
export function trainingRows(intents: readonly IntentCandidate[]): TrainingRow[] {
  return intents.flatMap(({ name, description, samples }, intent) => {
    const rows = samples.filter((sample) => sample.trim() !== '').map((text) => ({ text, intent, weight: 1 }))
    if (description?.trim()) rows.push({ text: description, intent, weight: descriptionWeight })
    if (rows.length === 0)
      rows.push({ text: name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' '), intent, weight: descriptionWeight })
    return rows
  })
}
