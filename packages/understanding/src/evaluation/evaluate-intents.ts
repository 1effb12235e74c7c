import type { UnderstandingEngine } from '../engine.ts'
import type { IntentEvaluationData } from './evaluation-data.ts'
import { auroc, macroF1, mean, quantile } from './statistics.ts'

export type DomainFigures = { domain: string; accuracy: number; outOfScopeAuroc: number }
/** Rates 0 to 1, averaged over the domains. An answer is right when its best-ranked intent is. */
export type IntentFigures = {
  accuracy: number
  outOfScopeAuroc: number
  macroF1: number
  domains: readonly DomainFigures[]
  utteranceMsP50: number
  utteranceMsP99: number
  /** Of the first question with a domain's intents, in which an engine learns them. */
  trainingMsP50: number
  trainingMsMax: number
  /** How many that belong to an intent were classified. */
  utterances: number
}

const moment = { language: 'en', timeZone: 'UTC', now: 0, slots: [] } as const

/**
 * How well and how fast an engine tells intents apart, each domain with all of its intents at once, and how well its confidence tells what
 * belongs to none of them.
 * @param limit at most so many utterances per intent, and as many out of scope as then belong to a domain
 */
export async function evaluateIntents(
  engine: UnderstandingEngine,
  { domains, outOfScope }: IntentEvaluationData,
  { limit = Number.POSITIVE_INFINITY }: { limit?: number } = {},
): Promise<IntentFigures> {
  const figures: (DomainFigures & { macroF1: number })[] = []
  const [utteranceMs, trainingMs]: [number[], number[]] = [[], []]
  let utterances = 0

  for (const [domain, byIntent] of Object.entries(domains)) {
    const intents = Object.entries(byIntent).map(([name, { samples }]) => ({ name, samples }))
    const ask = async (text: string) => {
      const startedAt = performance.now()
      const { candidates, confidence } = await engine.understand({ ...moment, text, intents })
      return { answered: candidates[0]?.intent, confidence, tookMs: performance.now() - startedAt }
    }
    trainingMs.push((await ask('hello')).tookMs)

    const inside: { expected: string; answered: string | undefined; confidence: number; tookMs: number }[] = []
    for (const [expected, { utterances: said }] of Object.entries(byIntent))
      for (const text of said.slice(0, limit)) inside.push({ expected, ...(await ask(text)) })
    const outside: number[] = []
    for (const text of outOfScope.slice(0, Math.max(1, inside.length))) outside.push((await ask(text)).confidence)

    utterances += inside.length
    utteranceMs.push(...inside.map(({ tookMs }) => tookMs))
    figures.push({
      domain,
      accuracy: mean(inside.map(({ expected, answered }) => (answered === expected ? 1 : 0))),
      outOfScopeAuroc: auroc(
        inside.map(({ confidence }) => confidence),
        outside,
      ),
      macroF1: macroF1(inside),
    })
  }
  return {
    accuracy: mean(figures.map(({ accuracy }) => accuracy)),
    outOfScopeAuroc: mean(figures.map(({ outOfScopeAuroc }) => outOfScopeAuroc)),
    macroF1: mean(figures.map((domain) => domain.macroF1)),
    domains: figures.map(({ domain, accuracy, outOfScopeAuroc }) => ({ domain, accuracy, outOfScopeAuroc })),
    utteranceMsP50: quantile(utteranceMs, 0.5),
    utteranceMsP99: quantile(utteranceMs, 0.99),
    trainingMsP50: quantile(trainingMs, 0.5),
    trainingMsMax: quantile(trainingMs, 1),
    utterances,
  }
}
