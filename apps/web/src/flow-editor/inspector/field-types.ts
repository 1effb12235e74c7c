import type { FieldHint, Flow, FlowNode } from '@parley/flow-runtime'

/** Why a value cannot be stored; `path` leads to its part that is wrong. As a schema says it, or with a `sentence` of the studio. */
export type Issue = {
  path: readonly PropertyKey[]
  code?: string
  origin?: string
  minimum?: number | bigint
  maximum?: number | bigint
  sentence?: string
}

/** What every form control of a setting gets. `node` is absent for settings of the flow itself. */
export type ControlProps = {
  id: string
  flow: Flow
  node?: FlowNode
  hint: FieldHint
  value: unknown
  invalid: boolean
  /** What would be wrong with a value, before it is stored. */
  check: (value: unknown) => readonly Issue[]
  /** Changes the setting; `renamed` says which outcomes have a new name. */
  onChange: (value: unknown, renamed?: Readonly<Record<string, string>>) => void
}

/** The check of one part of a value, given the check of the whole. */
export const checkPart =
  (check: ControlProps['check'], whole: (part: unknown) => unknown, path: readonly PropertyKey[]) => (part: unknown) =>
    check(whole(part))
      .filter((issue) => path.every((step, at) => issue.path[at] === step))
      .map((issue) => ({ ...issue, path: issue.path.slice(path.length) }))
