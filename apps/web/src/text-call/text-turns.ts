import type { Decision, Effect, Understanding, UnderstandRequest } from '@parley/flow-runtime'
import type { InputStep, PlayedSteps } from '@parley/flow-runtime/scenarios'

/** One line of a text call below what somebody did. */
export type TextLine =
  | { kind: 'agent'; id: string; nodeId: string; text: string; interruptible: boolean }
  | { kind: 'understood'; id: string; request: UnderstandRequest; result: Understanding }
  | { kind: 'decision'; id: string; decision: Decision }
  | { kind: 'effect'; id: string; effect: Effect }
/** What somebody did (nothing, for the start of the call), and all that came of it. */
export type TextTurn = { index: number; step?: InputStep; lines: readonly TextLine[] }

/** A played call as turns: one for its start and one for each step. */
export function textTurns({ journal, starts }: Pick<PlayedSteps, 'journal' | 'starts'>, steps: readonly InputStep[]): TextTurn[] {
  const requests = new Map<string, UnderstandRequest>()
  const heard = new Map<string, string>()
  for (const entry of journal) {
    if (entry.kind === 'step') {
      for (const effect of entry.effects) if (effect.type === 'understand') requests.set(effect.id, effect.request)
    }
    if (entry.kind === 'event' && entry.event.type === 'speechFinished') heard.set(entry.event.effectId, entry.event.heard)
  }
  return [0, ...starts].map((from, index) => {
    const lines: TextLine[] = []
    for (const entry of journal.slice(from, starts[index])) {
      if (entry.kind === 'event' && entry.event.type === 'understood') {
        const request = requests.get(entry.event.effectId)
        if (request) lines.push({ kind: 'understood', id: `u${entry.seq}`, request, result: entry.event.result })
      }
      if (entry.kind !== 'step') continue
      for (const [nth, decision] of entry.decisions.entries()) lines.push({ kind: 'decision', id: `d${entry.seq}.${nth}`, decision })
      for (const effect of entry.effects) {
        if (effect.type === 'say') {
          const { nodeId, interruptible } = effect
          lines.push({ kind: 'agent', id: effect.id, nodeId, text: heard.get(effect.id) ?? effect.text, interruptible })
        } else if (shown.has(effect.type)) lines.push({ kind: 'effect', id: effect.id, effect })
      }
    }
    return index === 0 ? { index, lines } : { index, step: steps[index - 1], lines }
  })
}

const shown = new Set<Effect['type']>(['callTool', 'startTask', 'transfer', 'setLanguage', 'record', 'sendKeys', 'generate'])
