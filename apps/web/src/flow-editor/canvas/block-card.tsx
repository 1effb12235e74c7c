'use client'

import { useLocale } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { groupStyle } from '../node-groups.ts'
import { editorOf, nodeTitle } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditor } from '../state/use-editor.tsx'
import { useNodeProblems } from '../state/use-problems.tsx'

/**
 * A node from afar: a block in the colour of its group, as large as its card, so that connections keep their places. It draws no rows
 * and no handles; where those are is known.
 */
export function BlockCard({ id, height, selected }: { id: string; height?: number; selected: boolean }) {
  const locale = useLocale()
  const node = useEditor((state) => nodeById(state.history.flow, id))
  const isCurrent = useEditor((state) => state.trail?.currentNodeId === id)
  const isVisited = useEditor((state) => state.trail?.nodeIds.has(id) ?? false)
  const mark = useEditor((state) => state.overlay?.nodes.get(id))
  const hasErrors = useNodeProblems(id).some(({ severity }) => severity === 'error')
  if (!node) return null
  return (
    <article
      data-testid={`node-${id}`}
      data-node-type={node.type}
      data-current={isCurrent || undefined}
      data-visited={isVisited || undefined}
      data-change={mark?.change}
      aria-label={nodeTitle(node, locale)}
      style={{ ...groupStyle(editorOf(node.type).group), height }}
      className={cn(
        'node-card w-[260px] rounded-[10px] border-4 border-(--group) bg-(--group-soft)',
        (isCurrent || isVisited || mark?.passed) && 'bg-(--group)',
        mark?.change && 'outline-8 outline-dashed',
        mark?.change === 'added' && 'outline-do',
        mark?.change === 'changed' && 'outline-call',
        hasErrors && 'border-danger',
        selected && 'ring-8 ring-ink',
      )}
    />
  )
}
