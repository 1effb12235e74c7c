import type * as z from 'zod'
import type { CallOutcome } from './call-outcomes.ts'
import type { Decision, Effect } from './effects.ts'
import type { CallEvent } from './events.ts'
import type { FlowHead } from './flow-head.ts'
import type { CallState } from './state.ts'
import type { Language, UiText } from './text.ts'
import type { Json, Variables } from './variables.ts'
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
  /** A list of records; `columns` says how each cell is edited. */
  | 'rows'
  /** An object; `fields` says how each of its fields is edited. */
  | 'group'
  /** Key of one of the flow's subflows. */
  | 'subflow'
  /** One of the results this flow declares for its use as a subflow. */
  | 'result'

/** Holds while another field of the same node has one of these values. */
export type FieldCondition = { field: string; is: readonly string[] }

/** Names that only some expressions see, besides variables and facts: what a request was answered. */
export type AnswerName = 'result' | 'status'

export type FieldHint = {
  label: UiText
  widget?: FieldWidget
  help?: UiText
  /** The node cannot do its work while this field is empty. */
  required?: boolean
  /** The same, only while this holds. Readers take `required` from `fieldsInUse`, which settles it. */
  requiredWhen?: FieldCondition
  /** The field means something only while this holds; otherwise it is neither shown nor checked. */
  shownWhen?: FieldCondition
  /** Of an `expression` widget: what it sees besides variables and facts. */
  sees?: readonly AnswerName[]
  options?: readonly { value: string; label: UiText }[]
  /** Of a `text` cell: it names an outcome of the node, so edges follow when it is renamed. */
  outcome?: true
  /** Of an `expression` widget: it has to be true or false. */
  condition?: true
  /** Of a `rows` widget: the cells of a record. */
  columns?: Readonly<Record<string, FieldHint>>
  /** Of a `group` widget. */
  fields?: Readonly<Record<string, FieldHint>>
  /** Of a `variable` field that the node only reads; any other is one that it fills. */
  readsOnly?: true
  /** Of a `variable` field: the outcomes by which the node has surely filled it. Absent: by every outcome but those of failure. */
  filledBy?: readonly string[]
  /** What of the tenant's the value names, checked where that is known. `service` and `phone` fields need no such word. */
  names?: 'sender' | 'messageTemplate' | 'tool'
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

/**
 * The events a node hears: answers to its own effects that are still awaited, keys while it listens for keys, news while it waits for
 * news, and the end of the subflow it runs.
 */
export type NodeEvent =
  | Extract<CallEvent, { effectId: string } | { type: 'keyPressed' | 'taskFinished' | 'outsideEvent' }>
  | { type: 'subflowFinished'; at: number; result: string; variables: Variables }

/** What a node may know when it runs. */
export type NodeContext = { readonly nodeId: string; readonly head: FlowHead; readonly state: CallState; readonly now: number }

/** What a node wants after being entered or after an event. Nothing at all: it goes on waiting. Leaving it takes a reason. */
export type NodeStep<Memory> = NodeWishes<Memory> &
  ({ outcome?: undefined; why?: Why } | { /** Leaves the node by this outcome. */ outcome: string; why: Why })

type NodeWishes<Memory> = {
  effects?: readonly EffectDraft[]
  memory?: Memory
  variables?: Readonly<Record<string, Json>>
  /**
   * Ends the call: with `lastLine` said first if it is not empty; by hanging up, unless the call lives on elsewhere.
   */
  end?: { outcome: CallOutcome; lastLine: string; hangUp: boolean }
  /** Runs a subflow (by its key), with values for its inputs; the node hears `subflowFinished`. */
  subflow?: { flow: string; variables: Variables }
  /** Ends the running subflow by one of its results. */
  result?: string
  /** Switches recognition, voice and prompts. */
  language?: Language
  /** Goes back to where an `anywhere` handler took the call from. */
  comeBack?: true
  /** The contact took the word (true), or what they broke in with is past (false). */
  hasFloor?: boolean
  /** What was asked, as spoken. */
  question?: string
  candidates?: Decision['candidates']
}

/** Written as a method, so that a node type still fits where it is seen without its config's type. */
type Listens<Config> = boolean | { in(config: Config): boolean }['in']

export type NodeTypeDefinition<Type extends string, Config extends z.ZodObject, Memory extends Json> = {
  type: Type
  /** Parses `{}`: a new node starts from its defaults, and the checker names what is missing. */
  config: Config
  /** What the node remembers of itself between two events. */
  memory: z.ZodType<Memory>
  editor: NodeEditor<Extract<keyof z.output<Config>, string>>
  /** Waits for the contact's words each time the call comes by (a loop through it is safe). Read it with `listensIn`. */
  listens: Listens<z.output<Config>>
  /** The call can end in this node. */
  endsCall?: true
  /** Entered by what happens in the call, not by an edge: the caller's wish, a machine that answers. */
  entered?: 'byIntent' | 'byMachine'
  /** Names of the intents this node tells apart. */
  intents?(config: z.output<Config>): readonly string[]
  /** The outcomes that need no edge. */
  optionalOutcomes?: readonly string[]
  /** The outcomes an edge can leave from, for this configuration. None: the call ends here. */
  outcomes(config: z.output<Config>, flow: FlowHead): readonly string[]
  /** Words for outcomes that mean something else in this configuration than their usual label says. */
  outcomeLabels?(config: z.output<Config>): Readonly<Partial<Record<string, UiText>>>
  /** Every text this node can speak in a language, before `{{ … }}` is filled in. */
  speaks(config: z.output<Config>, flow: FlowHead, language: Language): readonly string[]
  enter(config: z.output<Config>, context: NodeContext): NodeStep<NoInfer<Memory>>
  on(config: z.output<Config>, event: NodeEvent, context: NodeContext, memory: NoInfer<Memory>): NodeStep<NoInfer<Memory>>
  /** What a task this node started brings when it is finished, wherever the call is by then. */
  taskFinished?(config: z.output<Config>, event: TaskFinished, context: NodeContext): TaskNews
}

export type TaskFinished = Extract<CallEvent, { type: 'taskFinished' }>
/** `announcement` is said when the contact can hear it, at once when `urgent`; '' says nothing. */
export type TaskNews = { variables: Variables; announcement: string; urgent: boolean }

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
  listens: Listens<unknown>
  endsCall?: true
  entered?: 'byIntent' | 'byMachine'
  optionalOutcomes?: readonly string[]
  intents?(config: unknown): readonly string[]
  outcomes(config: unknown, flow: FlowHead): readonly string[]
  outcomeLabels?(config: unknown): Readonly<Partial<Record<string, UiText>>>
  speaks(config: unknown, flow: FlowHead, language: Language): readonly string[]
  enter(config: unknown, context: NodeContext): NodeStep<Json>
  on(config: unknown, event: NodeEvent, context: NodeContext, memory: Json): NodeStep<Json>
  taskFinished?(config: unknown, event: TaskFinished, context: NodeContext): TaskNews
}
