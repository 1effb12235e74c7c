import { readFileSync } from 'node:fs'
import type { SlotRequest } from '@parley/flow-runtime'
import { z } from 'zod'
import { createLocalEngine } from '../src/index.ts'

/** `tsx scripts/evaluate.ts INTENTS.json [DIALOGUES.json] [--misses]`: prints how well and how fast the local engine understands, as one JSON object. */
const intentFile = z.object({
  domains: z.record(z.string(), z.record(z.string(), z.object({ samples: z.array(z.string()), utterances: z.array(z.string()) }))),
  outOfScope: z.array(z.string()),
})
const act = z.object({ act: z.string(), slot: z.string(), values: z.array(z.string()) })
const dialogueFile = z.object({
  dialogues: z.array(z.object({ turns: z.array(z.object({ speaker: z.string(), text: z.string(), acts: z.array(act) })) })),
})

const showMisses = process.argv.includes('--misses')
const engine = createLocalEngine()
const nothing = { language: 'en' as const, timeZone: 'America/Los_Angeles', now: Date.parse('2019-03-01T18:00:00Z') }

async function main([intentsPath, dialoguesPath]: readonly string[]): Promise<void> {
  if (!intentsPath) throw new Error('usage: evaluate.ts INTENTS.json [DIALOGUES.json] [--misses]')
  const intents = await intentFigures(intentFile.parse(JSON.parse(readFileSync(intentsPath, 'utf8'))))
  const before = process.memoryUsage().rss
  const startedAt = performance.now()
  engine.warmUp()
  const warmUp = { warmUpMs: round(performance.now() - startedAt), warmUpRssMb: round((process.memoryUsage().rss - before) / 1e6) }
  const slots = dialoguesPath ? await slotFigures(dialogueFile.parse(JSON.parse(readFileSync(dialoguesPath, 'utf8')))) : {}
  process.stdout.write(`${JSON.stringify({ ...intents, ...warmUp, ...slots, rssMb: round(process.memoryUsage().rss / 1e6) }, null, 2)}\n`)
}

async function intentFigures({ domains, outOfScope }: z.output<typeof intentFile>) {
  const accuracy: number[] = []
  const separation: number[] = []
  const trainingMs: number[] = []
  const utteranceMs: number[] = []
  const [acceptedInside, acceptedOutside]: [number[], number[]] = [[], []]
  for (const domain of Object.values(domains)) {
    const intents = Object.entries(domain).map(([name, { samples }]) => ({ name, samples }))
    const ask = async (text: string) => {
      const answer = await engine.understand({ ...nothing, text, intents, slots: [] })
      utteranceMs.push(answer.tookMs)
      return answer
    }
    trainingMs.push((await engine.understand({ ...nothing, text: 'hello', intents, slots: [] })).tookMs)
    const inside = await Promise.all(
      Object.entries(domain).flatMap(([name, { utterances }]) => utterances.map(async (text) => ({ name, answer: await ask(text) }))),
    )
    const outside = await Promise.all(outOfScope.map(ask))
    accuracy.push(mean(inside.map(({ name, answer }) => (answer.candidates[0]?.intent === name ? 1 : 0))))
    separation.push(
      auroc(
        inside.map(({ answer }) => answer.confidence),
        outside.map(({ confidence }) => confidence),
      ),
    )
    acceptedInside.push(...inside.map(({ answer }) => (answer.confidence >= 0.5 ? 1 : 0)))
    acceptedOutside.push(...outside.map(({ confidence }) => (confidence >= 0.5 ? 1 : 0)))
  }
  return {
    intentAccuracy: round(mean(accuracy)),
    outOfScopeAuroc: round(mean(separation)),
    inScopeAcceptedAtHalf: round(mean(acceptedInside)),
    outOfScopeAcceptedAtHalf: round(mean(acceptedOutside)),
    trainingMsP50: round(quantile(trainingMs, 0.5)),
    trainingMsMax: round(quantile(trainingMs, 1)),
    classifyMsP50: round(quantile(utteranceMs, 0.5)),
    classifyMsP99: round(quantile(utteranceMs, 0.99)),
  }
}

const wanted: readonly SlotRequest[] = (['date', 'time', 'number', 'boolean'] as const).map((type) => ({ name: type, type }))
const kinds: readonly [RegExp, string][] = [
  [/time$/, 'time'],
  [/date$/, 'date'],
  [/^number/, 'number'],
]

async function slotFigures({ dialogues }: z.output<typeof dialogueFile>) {
  const right: Record<string, number> = {}
  const total: Record<string, number> = {}
  const invented: Record<string, number> = {}
  const tookMs: number[] = []
  for (const turn of dialogues.flatMap(({ turns }) => turns).filter(({ speaker }) => speaker === 'user')) {
    const answer = await engine.understand({ ...nothing, text: turn.text, intents: [], slots: wanted })
    tookMs.push(answer.tookMs)
    for (const [kind, expected] of expectedOf(turn.acts)) {
      total[kind] = (total[kind] ?? 0) + 1
      const said = answer.slots.find(({ name }) => name === kind)?.value
      if (String(said) === expected) right[kind] = (right[kind] ?? 0) + 1
      else if (showMisses) process.stderr.write(`${kind} ${expected}, not ${said}: ${turn.text}\n`)
    }
    for (const { name, value } of answer.slots) {
      if (expectedOf(turn.acts).has(name) || name === 'boolean') continue
      invented[name] = (invented[name] ?? 0) + 1
      if (showMisses) process.stderr.write(`invented ${name} ${value}: ${turn.text}\n`)
    }
  }
  const scores = Object.fromEntries(Object.keys(total).map((kind) => [kind, `${right[kind] ?? 0}/${total[kind]}`]))
  return {
    slotsRight: scores,
    slotsInvented: invented,
    slotsMsP50: round(quantile(tookMs, 0.5)),
    slotsMsP99: round(quantile(tookMs, 0.99)),
  }
}

function expectedOf(acts: readonly z.output<typeof act>[]): Map<string, string> {
  const expected = new Map<string, string>()
  for (const { act, slot, values } of acts) {
    if (act === 'AFFIRM' || act === 'NEGATE') expected.set('boolean', String(act === 'AFFIRM'))
    const kind = act === 'INFORM' ? kinds.find(([pattern]) => pattern.test(slot))?.[1] : undefined
    if (kind && values[0] && values[0] !== 'dontcare') expected.set(kind, values[0])
  }
  return expected
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0
const round = (value: number) => Math.round(value * 1000) / 1000

function auroc(inside: readonly number[], outside: readonly number[]): number {
  return mean(inside.flatMap((a) => outside.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))))
}

await main(process.argv.slice(2).filter((argument) => !argument.startsWith('--')))
