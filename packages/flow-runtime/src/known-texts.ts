import { clausesOf } from './clauses-of.ts'
import type { Flow, FlowNode } from './flow.ts'
import { subflowOf } from './interpreter/place.ts'
import { nodeTypeOf } from './node-type-of.ts'
import { fixedTexts } from './nodes/fixed-texts.ts'
import { tidyText } from './spoken-forms/tidy-text.ts'
import type { Language } from './text.ts'
import { isFixedText, textParts } from './text-template.ts'

/**
 * What can be synthesised before any call in one voice (absent: the flow's), each once. `texts` are fixed as a whole; `clauses` are the runs of
 * whole clauses of the other texts in which nothing is filled in.
 */
export type KnownSpeech = { voice?: string; texts: string[]; clauses: string[] }

/** Everything of the flow and its subflows that is known when it is published, in a language: first in the flow's voice, then in those of single nodes. */
export function knownSpeech(flow: Flow, language: Language): KnownSpeech[] {
  const { failureLine, waitingLine, resumeLine, timeLimitLine } = flow.settings
  const byVoice = new Map<string, string[]>([['', fixedTexts(flow, language, failureLine, waitingLine, resumeLine, timeLimitLine)]])
  for (const one of [flow, ...Object.keys(flow.subflows).flatMap((key) => subflowOf(flow, key) ?? [])]) {
    for (const node of one.nodes) {
      const voice = voiceOf(node) ?? ''
      byVoice.set(voice, [...(byVoice.get(voice) ?? []), ...nodeTypeOf(node).speaks(node.data, one, language)])
    }
  }
  return [...byVoice].map(([voice, written]) => ({
    ...(voice === '' ? {} : { voice }),
    texts: unique(written.filter(isFixedText).map((text) => tidyText(text, language))),
    clauses: unique(written.filter((text) => !isFixedText(text)).flatMap((text) => fixedRuns(text, language))),
  }))
}

/** Every text the flow and its subflows can speak in a language whose words are fixed, in whatever voice. */
export const knownTexts = (flow: Flow, language: Language): string[] => unique(knownSpeech(flow, language).flatMap(({ texts }) => texts))

const voiceOf = ({ data }: FlowNode): string | undefined => ('listening' in data ? data.listening.voice : undefined)

const unique = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '')

/** Stands for what is filled in: no text holds this character. */
const hole = '\uE000'

function fixedRuns(template: string, language: Language): string[] {
  const parts = textParts(template).map((part) => ('words' in part ? part.words : 'problem' in part ? '' : hole))
  const text = tidyText(parts.join(''), language)
  const runs: string[] = []
  let run: { start: number; end: number } | undefined
  for (const { start, end } of clausesOf(text)) {
    const isFixed = !text.slice(start, end).includes(hole)
    if (isFixed) run = { start: run?.start ?? start, end }
    if (run && (!isFixed || end === text.length)) runs.push(text.slice(run.start, run.end))
    if (!isFixed) run = undefined
  }
  return runs
}
