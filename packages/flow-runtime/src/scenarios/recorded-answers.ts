import type { EffectOf } from '../effects.ts'
import type { JournalEntry } from '../journal.ts'
import type { Understanding, UnderstandRequest } from '../understanding.ts'
import type { World } from './settle.ts'

/**
 * A world that answers as it did in a recorded call: the same question to the engine is understood the same way, a tool, a model
 * or a transfer answers in the recorded order. A question that was not asked then goes to `understand`; what else is new, to nobody.
 */
export function recordedAnswers(entries: readonly JournalEntry[], understand: World['understand']): World {
  const requests = new Map<string, UnderstandRequest>()
  const understood = queues<Understanding>()
  const tools = new Map<string, string>()
  const answers = queues<Awaited<ReturnType<NonNullable<World['tool']>>>>()
  const generated = queues<Awaited<ReturnType<NonNullable<World['generate']>>>>()
  const transfers = queues<Awaited<ReturnType<NonNullable<World['transfer']>>>>()
  for (const entry of entries) {
    if (entry.kind === 'step') {
      for (const effect of entry.effects) {
        if (effect.type === 'understand') requests.set(effect.id, effect.request)
        if (effect.type === 'callTool') tools.set(effect.id, effect.tool)
      }
    }
    if (entry.kind !== 'event') continue
    const { event } = entry
    if (event.type === 'understood') {
      const request = requests.get(event.effectId)
      if (request) understood.add(keyOf(request), event.result)
      requests.delete(event.effectId)
    }
    if (event.type === 'toolFinished') {
      const tool = tools.get(event.effectId)
      if (tool) answers.add(tool, { outcome: event.outcome, result: event.result })
      tools.delete(event.effectId)
    }
    if (event.type === 'generated') generated.add('', event.result)
    if (event.type === 'transferFinished') transfers.add('', event.outcome)
  }
  return {
    understand: (request) => understood.next(keyOf(request)) ?? understand(request),
    tool: ({ tool }: EffectOf<'callTool'>) => answers.next(tool),
    generate: () => generated.next(''),
    transfer: () => transfers.next(''),
  }
}

/** Two questions are the same when all but their time is. */
const keyOf = ({ now: _, ...request }: UnderstandRequest): string => JSON.stringify(request)

function queues<T>() {
  const waiting = new Map<string, T[]>()
  return {
    add: (key: string, value: T) => waiting.set(key, [...(waiting.get(key) ?? []), value]),
    next: (key: string): T | undefined => waiting.get(key)?.shift(),
  }
}
