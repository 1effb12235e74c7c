import type { Generated } from '../../generation.ts'
import type { AgentMemory, Message } from './agent-config.ts'

/** Of the last words so many messages stay, however long they are. */
const alwaysKept = 2
/** Without a tokenizer: English and French have about four characters a token. */
const charactersPerToken = 4

/** Adds to the conversation; words still being said count as heard when something follows them. */
export function withMessage(memory: AgentMemory, message: Message): AgentMemory {
  const { messages } = withHeard(memory, memory.pending)
  return { ...memory, pending: '', messages: [...messages, message] }
}

/** The agent's last words as far as they were heard; what was heard of other words changes nothing. */
export function withHeard(memory: AgentMemory, heard: string): AgentMemory {
  const text = heard.trim()
  if (!memory.pending.startsWith(text)) return memory
  if (text === '') return { ...memory, pending: '' }
  return { ...memory, pending: '', messages: [...memory.messages, { speaker: 'agent', text }] }
}

/** A summary of the first messages takes their place. */
export function withSummary(memory: AgentMemory, summary: Generated['summary']): AgentMemory {
  if (!summary || summary.messages <= memory.left) return memory
  return { ...memory, summary: summary.text, left: summary.messages, messages: memory.messages.slice(summary.messages - memory.left) }
}

/** Drops the oldest messages until the rest has about so many tokens. */
export function fitting(memory: AgentMemory, tokens: number): AgentMemory {
  let length = memory.messages.reduce((sum, { text }) => sum + text.length, 0)
  let dropped = 0
  while (length > tokens * charactersPerToken && memory.messages.length - dropped > alwaysKept) {
    length -= memory.messages[dropped]?.text.length ?? 0
    dropped += 1
  }
  return dropped === 0 ? memory : { ...memory, left: memory.left + dropped, messages: memory.messages.slice(dropped) }
}
