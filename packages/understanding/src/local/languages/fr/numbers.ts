import { type Candidate, matchAll } from '../../slots/candidate.ts'
import type { Utterance } from '../../slots/utterance.ts'

const collective: Readonly<Record<string, number>> = {
  'demi douzaine': 6,
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  cinquantaine: 50,
  centaine: 100,
}

/** Numbers said or typed; "une douzaine" and "moi tout seul" count too. */
export function findNumbers({ text }: Utterance): Candidate<number>[] {
  const found = matchAll(text, /(?<![\w:.,/@-])(moins |-)?(\d+(?:\.\d+)?)( et demie?)?(?![\w:/@-]|\.\d)/g, (m) => ({
    value: (Number(m[2]) + (m[3] ? 0.5 : 0)) * (m[1] ? -1 : 1),
    confidence: 0.9,
  }))
  if (found.length > 0) return found
  return [
    ...matchAll(text, /\b(demi douzaine|dizaine|douzaine|quinzaine|vingtaine|trentaine|cinquantaine|centaine)\b/g, (m) => ({
      value: collective[m[1] ?? ''] ?? 0,
      confidence: 0.85,
    })),
    ...matchAll(text, /\b(?:moi et (?:mon|ma) \w+|(?:mon|ma) \w+ et moi|en couple)\b/g, () => ({ value: 2, confidence: 0.7 })),
    ...matchAll(text, /\b(?:(?:tout |toute )?seule?|juste moi|rien que moi|que pour moi)\b/g, () => ({ value: 1, confidence: 0.7 })),
    ...matchAll(text, /\b(?:aucune?|zero)\b/g, () => ({ value: 0, confidence: 0.7 })),
    ...matchAll(text, /\b(\d+)(?:er|e)\b/g, (m) => ({ value: Number(m[1]), confidence: 0.6 })),
    ...matchAll(text, /\b(\d+(?:\.\d+)?)(?:%|k|kg|km|m)(?= |$)/g, (m) => ({ value: Number(m[1]), confidence: 0.6 })),
  ]
}
