'use client'

import { Later } from '../../ui/later.tsx'
import { soonParts } from '../later/parts.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditor } from '../state/use-editor.tsx'

/** The settings of the one selected node. */
export function Inspector() {
  const node = useEditor(({ selected, history }) => (selected.length === 1 ? nodeById(history.flow, selected[0] ?? '') : undefined))
  return node ? <Later of={soonParts}>{({ NodeInspector }) => <NodeInspector key={node.id} node={node} />}</Later> : null
}
