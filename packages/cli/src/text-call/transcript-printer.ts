import { type JournalEntry, type Language, whyText } from '@parley/flow-runtime'

/** Lines of a call as it happens, one journal entry at a time; with `explain` also why it went on as it did. */
export function transcriptPrinter({ explain, locale }: { explain: boolean; locale: Language }): (entry: JournalEntry) => string[] {
  const asked = new Map<string, string>()
  return (entry) => {
    if (entry.kind === 'step') {
      for (const effect of entry.effects) if (effect.type === 'callTool') asked.set(effect.id, effect.tool)
      const reasons = explain ? entry.decisions.map(({ nodeId, nextNodeId, why }) => reason(nodeId, nextNodeId, whyText(why, locale))) : []
      return [...reasons, ...entry.effects.flatMap(effectLine)]
    }
    if (entry.kind !== 'event') return []
    const { event } = entry
    if (event.type === 'contactSaid') return [`Caller  ${event.text}`]
    if (event.type === 'contactSilent') return ['Caller  …']
    if (event.type === 'keyPressed') return [`Caller  [${event.key}]`]
    if (event.type === 'speechFinished' && !event.completed) return [`        (interrupted after: ${event.heard})`]
    if (event.type === 'toolFinished') return [`        ${asked.get(event.effectId)} ${event.outcome}: ${JSON.stringify(event.result)}`]
    if (event.type === 'transferFinished') return [`        transfer: ${event.outcome}`]
    if (event.type === 'hungUp') return [`        (${event.by === 'contact' ? 'the caller' : event.by} hung up)`]
    return []
  }
}

const reason = (nodeId: string, next: string | undefined, why: string) =>
  `        ${next === undefined ? nodeId : `${nodeId} → ${next}`}: ${why}`

function effectLine(effect: Extract<JournalEntry, { kind: 'step' }>['effects'][number]): string[] {
  if (effect.type === 'say') return [`Agent   ${effect.text}`]
  if (effect.type === 'callTool') return [`        ${effect.tool} ${JSON.stringify(effect.input)}`]
  if (effect.type === 'transfer') return [`        transfer to ${effect.to} (${effect.mode})`]
  if (effect.type === 'startTask') return [`        task ${effect.task} ${JSON.stringify(effect.input)}`]
  if (effect.type === 'record') return [`        record ${JSON.stringify(effect.entry)}`]
  if (effect.type === 'sendKeys') return [`        keys ${effect.keys}`]
  return []
}
