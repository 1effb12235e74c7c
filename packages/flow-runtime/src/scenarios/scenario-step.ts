import * as z from 'zod'
import type { EffectType, ToolName } from '../effects.ts'
import type { FailureStage } from '../events.ts'
import { language } from '../text.ts'
import { toolSchemas } from '../tools.ts'

const effectTypes = [
  'say',
  'listen',
  'understand',
  'generate',
  'callTool',
  'startTask',
  'transfer',
  'setLanguage',
  'record',
  'sendKeys',
  'wait',
  'hangUp',
] as const satisfies readonly EffectType[]
const stages = ['recognition', 'synthesis', 'understanding', 'tool', 'line', 'flow'] as const satisfies readonly FailureStage[]

export const toolName = z.custom<ToolName>((name) => typeof name === 'string' && Object.hasOwn(toolSchemas, name), {
  error: `one of ${Object.keys(toolSchemas).join(', ')}`,
})

/**
 * Of every step: a remark that nothing reads, and when it happens if not in its turn: while this node (whole id) speaks or pauses,
 * the nth time it does since the step before (the first when absent).
 */
const common = { note: z.string().optional(), during: z.string().optional(), nth: z.number().int().min(1).optional() }
const happens = z.literal(true)
const answer = { result: z.json().optional(), error: z.union([happens, z.string()]).optional(), timeout: happens.optional() }
type Answered = { result?: unknown; error?: unknown; timeout?: unknown }
const answersOnce = ({ result, error, timeout }: Answered) => [result, error, timeout].filter((given) => given !== undefined).length === 1
const oneAnswer = { error: 'exactly one of result, error, timeout' }

const slotValue = z.union([z.string(), z.number(), z.boolean()])
const confidence = z.number().min(0).max(1)
const expectation = z.strictObject({
  /** Words the agent said since the step before, in any case; `*` stands for any words between. All of them, if several. */
  text: z.union([z.string(), z.array(z.string())]).optional(),
  /** Where the call is now (whole id). */
  node: z.string().optional(),
  /** Nodes the call came by since the step before. */
  through: z.array(z.string()).optional(),
  /** Values of variables now; null for one that is not set. */
  variables: z.record(z.string(), z.json()).optional(),
  /** What was asked of the world since the step before: a kind of effect, or an object with some of its fields. */
  effects: z.array(z.union([z.enum(effectTypes), z.looseObject({ type: z.enum(effectTypes) })])).optional(),
  language: language.optional(),
})

/** What happens, or what is expected by then, by the word each step is recognised by. */
export const stepSchemas = {
  /** The caller's words; with `interrupt`, broken into the agent's speech after these words of it. */
  contact: z.strictObject({
    contact: z.string(),
    interrupt: z.string().optional(),
    confidence: confidence.optional(),
    language: language.optional(),
    ...common,
  }),
  keys: z.strictObject({ keys: z.string().regex(/^[0-9*#•]+$/, 'digits, * and # only'), ...common }),
  /** The caller says nothing, so many times in a row. */
  silence: z.strictObject({ silence: z.union([happens, z.number().int().min(1).max(20)]), ...common }),
  hangUp: z.strictObject({ hangUp: z.union([happens, z.enum(['agent', 'system'])]), ...common }),
  /** The agent's speech is cut after these words. */
  interrupt: z.strictObject({ interrupt: z.string(), ...common }),
  /** `input`: what the tool is to be asked, as far as given. */
  tool: z
    .strictObject({ tool: toolName, input: z.record(z.string(), z.json()).optional(), ...answer, ...common })
    .refine(answersOnce, oneAnswer),
  task: z.strictObject({ task: z.string(), ...answer, ...common }).refine(answersOnce, oneAnswer),
  transfer: z.strictObject({ transfer: z.enum(['connected', 'failed', 'declined', 'noAnswer']), ...common }),
  event: z.strictObject({ event: z.string(), data: z.json().optional(), ...common }),
  machine: z.strictObject({ machine: happens, ...common }),
  timeUp: z.strictObject({ timeUp: happens, ...common }),
  providerFails: z.strictObject({ providerFails: z.enum(stages), code: z.string().optional(), ...common }),
  /** How the words before it are understood, instead of what the engine says. */
  understood: z.strictObject({
    understood: z.strictObject({
      intent: z.string().nullable().optional(),
      confidence: confidence.optional(),
      candidates: z.array(z.strictObject({ intent: z.string(), confidence })).optional(),
      slots: z.record(z.string(), z.union([slotValue, z.strictObject({ value: slotValue, raw: z.string(), confidence })])).optional(),
      language: language.optional(),
      closestSample: z.string().optional(),
    }),
    ...common,
  }),
  /** What the language model proposes. */
  generated: z.strictObject({
    generated: z.strictObject({
      text: z.string().default(''),
      exit: z.string().nullable().default(null),
      tool: z.strictObject({ name: z.string(), input: z.json() }).nullable().default(null),
      values: z.record(z.string(), z.json()).default({}),
      failure: z.string().optional(),
    }),
    ...common,
  }),
  /** A text alone, or several: the agent said it. */
  agent: z.strictObject({ agent: z.union([z.string(), z.array(z.string()), expectation]), note: common.note }),
} as const

export type StepKind = keyof typeof stepSchemas
export type Expected = z.output<typeof stepSchemas.agent>['agent']
export type Expectation = z.output<typeof expectation>
export type ScenarioStep = { [K in StepKind]: z.output<(typeof stepSchemas)[K]> }[StepKind]
/** A step that makes something happen. */
export type InputStep = Exclude<ScenarioStep, { agent: unknown }>
