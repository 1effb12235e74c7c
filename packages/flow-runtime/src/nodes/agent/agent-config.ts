import * as z from 'zod'
import { localizedText } from '../../text.ts'
import { listening } from '../listening.ts'

export const agentConfig = z.object({
  /** What the conversation is to reach; may use variables, like the instructions. */
  goal: z.string().default(''),
  instructions: z.string().default(''),
  /** The first words; empty: the model finds them. */
  opening: localizedText.default({}),
  /** The only ways out that the model can choose; each name is an outcome. */
  exits: z.array(z.object({ name: z.string(), description: z.string().default('') })).default([]),
  /** Variables the model fills. */
  results: z.array(z.string()).default([]),
  /** The only tools the model can use; `server` names where the tool is found. */
  tools: z
    .array(
      z.object({
        name: z.string(),
        description: z.string().default(''),
        /** Names and types: `model, year: number, note?`; empty: anything. */
        arguments: z.string().default(''),
        server: z.string().default(''),
      }),
    )
    .default([]),
  toolTimeoutMs: z.number().int().min(500).max(60_000).default(10_000),
  /** Turns of the contact, silences included, before `turnLimit`. */
  maxTurns: z.number().int().min(1).max(50).default(12),
  listening,
})
export type AgentConfig = z.output<typeof agentConfig>

const message = z.object({ speaker: z.enum(['agent', 'contact', 'tool']), text: z.string() })
export type Message = z.output<typeof message>

export const agentMemory = z.object({
  messages: z.array(message),
  /** What is left of the first `left` messages, which are not among them any more. */
  summary: z.string(),
  left: z.number(),
  /** Words being said, of which it is not known yet what was heard. */
  pending: z.string(),
  turns: z.number(),
  silences: z.number(),
  /** Questions to the model since the contact last spoke. */
  rounds: z.number(),
  /** The conversation has begun from our side. */
  opened: z.boolean(),
  /** The tool used last. */
  tool: z.string(),
  /** The exit chosen, to be taken once everything is said and done; '' while there is none. */
  exit: z.string(),
  /** Since the contact last spoke, the model was asked once more for an answer, and told that a tool is not allowed. */
  askedOnceMore: z.boolean(),
  toldNotAllowed: z.boolean(),
})
export type AgentMemory = z.output<typeof agentMemory>
