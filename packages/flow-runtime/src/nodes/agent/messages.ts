import type { AgentMemory, Message } from './agent-config.ts'

/** Messages a model is shown: the first, which says what it is about, and the last ones. */
const lastKept = 20

/** Adds to the conversation; words still being said count as heard when something follows them. */
export function withMessage(memory: AgentMemory, message: Message): AgentMemory {
  const { messages } = withHeard(memory, memory.pending)
  return { ...memory, pending: '', messages: shortened([...messages, message]) }
}

/** The agent's last words as far as they were heard; what was heard of other words changes nothing. */
export function withHeard(memory: AgentMemory, heard: string): AgentMemory {
  const text = heard.trim()
  if (!memory.pending.startsWith(text)) return memory
  if (text === '') return { ...memory, pending: '' }
  return { ...memory, pending: '', messages: shortened([...memory.messages, { speaker: 'agent', text }]) }
}

function shortened(messages: Message[]): Message[] {
  const [first] = messages
  return first && messages.length > lastKept + 1 ? [first, ...messages.slice(-lastKept)] : messages
}
