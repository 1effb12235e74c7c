'use client'

import { type FlowNode, nodeTypes, type Problem } from '@parley/flow-runtime'
import { useId } from 'react'
import { changeNode } from '../node-edits.ts'
import { editorOf } from '../node-words.ts'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import type { Issue } from './field-types.ts'
import { HintedField } from './hinted-field.tsx'

type Shape = Readonly<
  Record<string, { safeParse: (value: unknown) => { success: boolean; error?: { issues: readonly Issue[] } } } | undefined>
>

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0)

/** Text boxes say these themselves, with their place. */
const saidInPlace: ReadonlySet<string> = new Set(['UNKNOWN_VARIABLE', 'EXPRESSION_INVALID', 'TEMPLATE_BROKEN', 'FORMAT_UNKNOWN'])
const textBoxes: ReadonlySet<string | undefined> = new Set(['localizedText', 'textarea', 'expression', 'conditions', 'assignments'])

/** One setting of a node. */
export function NodeField({ node, field, problems }: { node: FlowNode; field: string; problems: readonly Problem[] }) {
  const id = useId()
  const store = useEditorStore()
  const flow = useFlow()
  const hint = editorOf(node.type).fields[field]
  if (!hint) return null
  const data: Readonly<Record<string, unknown>> = node.data
  const shape: Shape = nodeTypes[node.type].config.shape
  return (
    <div data-testid={`field-${field}`}>
      <HintedField
        id={id}
        flow={flow}
        node={node}
        hint={hint}
        value={data[field]}
        problem={problems.find(({ code }) => !(textBoxes.has(hint.widget) && saidInPlace.has(code)))}
        check={(value) => shape[field]?.safeParse(value).error?.issues ?? []}
        onChange={(value, renamed) => {
          // What adds or removes something is an edit of its own; what is typed is one with what was typed just before.
          const isTyped = !Array.isArray(value) || lengthOf(value) === lengthOf(data[field])
          const key = isTyped ? `${node.id}.${field}` : undefined
          store.edit(changeNode(flow, node, { [field]: value }, renamed), { key, label: 'updateNode' })
        }}
      />
    </div>
  )
}
