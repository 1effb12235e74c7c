import type { z } from 'zod'
import type { Decision, Effect } from './effects.ts'
import type { CallEvent, CallOutcome } from './events.ts'
import type { FlowHead } from './flow-head.ts'
import type { CallState } from './state.ts'
import type { Language, UiText } from './text.ts'
import type { Json } from './variables.ts'
import type { Why } from './why/why.ts'

export type NodeGroup = 'speak' | 'listen' | 'logic' | 'do' | 'call'

/** How the studio edits a field, and how the checker reads it. */
export type FieldWidget =
  | 'text'
  | 'textarea'
  | 'localizedText'
  | 'variable'
  | 'variables'
  | 'expression'
  | 'intents'
  | 'choice'
  | 'number'
  | 'toggle'
  | 'phone'
  | 'service'
  | 'assignments'
  | 'conditions'

export type FieldHint = {
  label: UiText
  widget?: FieldWidget
  help?: UiText
  /** The node cannot do its work while this field is empty. */
  required?: boolean
  options?: readonly { value: string; label: UiText }[]
}

/** Plain data for the studio: no component, no icon import, so the worker can load it. */
export type NodeEditor<Field extends string = string> = {
  title: UiText
  /** Name of a lucide icon. */
  icon: string
  group: NodeGroup
  /** Three lines, the last an example. */
  help: UiText
  fields: { readonly [Key in Field]: FieldHint }
}

type DraftOf<E> = E extends Effect ? Omit<E, 'id' | 'nodeId' | 'language'> : never
/** An effect as a node asks for it; the interpreter adds id, node and language. */
export type EffectDraft = DraftOf<Effect>

/** The events a node hears: answers to its own effects that are still awaited. */
export type NodeEvent = Extract<CallEvent, { effectId: string }>

/** What a node may know when it runs. */
export type NodeContext = { readonly nodeId: string; readonly head: FlowHead; readonly state: CallState; readonly now: number }

/** What a node wants after being entered or after an event. Nothing at all: it goes on waiting. Leaving it takes a reason. */
export type NodeStep<Memory> = NodeWishes<Memory> &
  ({ outcome?: undefined; why?: Why } | { /** Leaves the node by this outcome. */ outcome: string; why: Why })

type NodeWishes<Memory> = {
  effects?: readonly EffectDraft[]
  memory?: Memory
  variables?: Readonly<Record<string, Json>>
  /** Ends the call: with `lastLine` said first if it is not empty; by hanging up, unless the call lives on elsewhere. */
  end?: { outcome: CallOutcome; lastLine: string; hangUp: boolean }
  /** The contact took the word (true), or what they broke in with is past (false). */
  hasFloor?: boolean
  /** What was asked, as spoken. */
  question?: string
  candidates?: Decision['candidates']
}

export type NodeTypeDefinition<Type extends string, Config extends z.ZodObject, Memory extends Json> = {
  type: Type
  /** Parses `{}`: a new node starts from its defaults, and the checker names what is missing. */
  config: Config
  /** What the node remembers of itself between two events. */
  memory: z.ZodType<Memory>
  editor: NodeEditor<Extract<keyof z.output<Config>, string>>
  /** Waits for the contact's words each time the call comes by (a loop through it is safe). */
  listens: boolean
  /** The call can end in this node. */
  endsCall?: true
  /** The outcomes an edge can leave from, for this configuration. None: the call ends here. */
  outcomes(config: z.output<Config>, flow: FlowHead): readonly string[]
  /** Every text this node can speak in a language, before `{{ … }}` is filled in. */
  speaks(config: z.output<Config>, flow: FlowHead, language: Language): readonly string[]
  enter(config: z.output<Config>, context: NodeContext): NodeStep<NoInfer<Memory>>
  on(config: z.output<Config>, event: NodeEvent, context: NodeContext, memory: NoInfer<Memory>): NodeStep<NoInfer<Memory>>
}

/** Checks a node type's definition against its own config schema. */
export const defineNodeType = <const Type extends string, Config extends z.ZodObject, Memory extends Json>(
  definition: NodeTypeDefinition<Type, Config, Memory>,
) => definition

/** A node type seen without its config's type, for code that handles all of them alike. */
export type AnyNodeType = {
  type: string
  config: z.ZodObject
  memory: z.ZodType<Json>
  editor: NodeEditor
  listens: boolean
  endsCall?: true
  outcomes(config: unknown, flow: FlowHead): readonly string[]
  speaks(config: unknown, flow: FlowHead, language: Language): readonly string[]
  enter(config: unknown, context: NodeContext): NodeStep<Json>
  on(config: unknown, event: NodeEvent, context: NodeContext, memory: Json): NodeStep<Json>
}
