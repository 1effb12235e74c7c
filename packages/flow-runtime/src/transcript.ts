import type { JournalEntry, TranscriptTurn } from './journal.ts'

/**
 * What both sides said, in order, from a call's journal. The agent's words are those that reached the contact;
 * a speech that is not over yet stands with its whole text while the call runs.
 */
export function transcriptOf(entries: readonly JournalEntry[]): TranscriptTurn[] {
  const turns: { effectId: string; turn: TranscriptTurn; heard: boolean }[] = []
  const listens = new Map<string, string>()
  let isOver = false
  for (const entry of entries) {
    if (entry.kind === 'step') {
      for (const effect of entry.effects) {
        if (effect.type === 'listen') listens.set(effect.id, effect.nodeId)
        if (effect.type !== 'say' || turns.some(({ effectId }) => effectId === effect.id)) continue
        const turn: TranscriptTurn = { speaker: 'agent', text: effect.text, at: entry.at, nodeId: effect.nodeId, interrupted: false }
        turns.push({ effectId: effect.id, turn, heard: false })
      }
    }
    if (entry.kind !== 'event') continue
    const { event } = entry
    if (event.type === 'hungUp') isOver = true
    if (event.type === 'speechFinished') {
      const spoken = turns.find(({ effectId }) => effectId === event.effectId)
      if (spoken) {
        spoken.heard = true
        spoken.turn = { ...spoken.turn, text: event.heard, interrupted: !event.completed }
      }
    }
    const isNew = event.type === 'contactSaid' && !turns.some(({ effectId }) => effectId === event.effectId)
    if (event.type === 'contactSaid' && isNew && event.text.trim() !== '') {
      const nodeId = listens.get(event.effectId) ?? ''
      const turn: TranscriptTurn = { speaker: 'contact', text: event.text, at: event.at, nodeId, interrupted: false }
      turns.push({ effectId: event.effectId, turn, heard: true })
    }
  }
  return turns.filter(({ turn, heard }) => turn.text !== '' && (heard || !isOver)).map(({ turn }) => turn)
}
