import type { Flow, FlowNode } from '@parley/flow-runtime'

/** What every form control of a node's setting gets. */
export type ControlProps = {
  id: string
  node: FlowNode
  flow: Flow
  field: string
  value: unknown
  invalid: boolean
  required: boolean
  /** Changes the setting; `renamed` says which outcomes have a new name. */
  onChange: (value: unknown, renamed?: Readonly<Record<string, string>>) => void
  options?: readonly { value: string; label: { en: string; fr: string } }[]
}
