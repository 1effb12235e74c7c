'use client'

import { Handle, type NodeProps, Position, useUpdateNodeInternals } from '@xyflow/react'
import { CircleAlert, Flag } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { quoted } from '../../i18n/typeset.ts'
import { cn } from '../../lib/cn.ts'
import { groupStyle } from '../node-groups.ts'
import { NodeIcon } from '../node-icon.tsx'
import { editorOf, lacksLanguage, nodeTitle, silentWords, spokenWords } from '../node-words.ts'
import { CardPlay } from '../preview/card-play.tsx'
import { nodeById } from '../state/flow-lookup.ts'
import { headOf } from '../state/head-of.ts'
import { outcomesIn } from '../state/outcomes-in.ts'
import { useEditor } from '../state/use-editor.tsx'
import { useNodeProblems } from '../state/use-problems.tsx'
import type { CardNode } from './merge-nodes.ts'
import { NodeMarkView } from './node-mark-view.tsx'
import { OutcomeRow } from './outcome-row.tsx'
import { SpeechBadge } from './speech-badge.tsx'
import { speechOf } from './speech-of.ts'

/** A node as a line of a play: who it is, the words the caller hears, and where it can go from here. */
export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps<CardNode>) {
  const t = useText()
  const locale = useLocale()
  const flow = useEditor((state) => headOf(state.history.flow))
  const node = useEditor((state) => nodeById(state.history.flow, id))
  const language = useEditor((state) => state.language)
  const isCurrent = useEditor((state) => state.trail?.currentNodeId === id)
  const isVisited = useEditor((state) => state.trail?.nodeIds.has(id) ?? false)
  const mark = useEditor((state) => state.overlay?.nodes.get(id))
  const problems = useNodeProblems(id)
  const outcomes = node ? outcomesIn(flow, node, locale) : []
  useMeasureAgain(id, outcomes.map(({ name }) => name).join('\n'))
  if (!node) return null

  const { icon, group } = editorOf(node.type)
  const first = flow.languages[0] ?? 'en'
  const spoken = spokenWords(node, language, first)
  const words = spoken ?? silentWords(node)
  const speech = speechOf(node, flow, language)
  const hasErrors = problems.some((problem) => problem.severity === 'error')
  return (
    <article
      data-testid={`node-${id}`}
      data-node-type={node.type}
      data-current={isCurrent || undefined}
      data-visited={isVisited || undefined}
      data-change={mark?.change}
      data-passed={mark?.passed || undefined}
      aria-label={nodeTitle(node, locale)}
      style={groupStyle(group)}
      className={cn(
        'node-card group/card relative w-[260px] rounded-[10px] border border-line bg-surface text-[13px] shadow-card transition-shadow',
        isVisited && 'border-(--group)',
        selected && 'ring-2 ring-ink',
        mark?.passed && 'border-(--group)',
        mark?.change && 'outline-2 outline-offset-2 outline-dashed',
        mark?.change === 'added' && 'outline-do',
        mark?.change === 'changed' && 'outline-call',
        mark?.found && 'outline-3 outline-offset-3 outline-speak outline-solid',
        isCurrent && 'pulse-ring border-(--group) bg-(--group-soft)',
      )}
    >
      <span aria-hidden className={cn('absolute inset-y-0 left-0 rounded-l-[10px] bg-(--group)', isCurrent ? 'w-[7px]' : 'w-[3px]')} />
      {flow.start === id && (
        <span
          className="absolute -top-6 left-0 flex items-center gap-1 rounded-md bg-ink px-1.5 py-0.5 font-medium text-[11px] text-on-ink"
          title={t.editor.isStart}
        >
          <Flag size={10} aria-hidden />
          {t.editor.start}
        </span>
      )}
      <Handle type="target" position={Position.Left} id="in" className="target-handle" aria-hidden />
      <header className="flex h-[38px] items-center gap-2 pr-2.5 pl-3.5">
        <NodeIcon name={icon} className="shrink-0 text-(--group)" />
        <p className="node-name min-w-0 flex-1 truncate font-semibold">{nodeTitle(node, locale)}</p>
        {mark?.change && <span className="text-ink-2 text-[11px]">{t.overlay.changes[mark.change]}</span>}
        {mark && <NodeMarkView id={id} mark={mark} />}
        {spoken && <CardPlay flow={flow} node={node} language={language} words={spoken} />}
        {speech && <SpeechBadge node={node} kind={speech} />}
        {problems.length > 0 && (
          <span
            data-testid={`problems-of-${id}`}
            title={problems.map((problem) => problem.message).join('\n')}
            className={cn(
              'flex h-5 items-center gap-1 rounded px-1.5 font-semibold text-[11px] tabular-nums',
              hasErrors ? 'bg-danger-soft text-danger' : 'bg-call-soft text-call',
            )}
          >
            <CircleAlert size={11} aria-hidden />
            {problems.length}
            <span className="sr-only">{problems.map((problem) => problem.message).join(' ')}</span>
          </span>
        )}
      </header>
      {words !== undefined && (
        <p
          className={cn(
            'node-words -mt-0.5 mr-2.5 mb-2 ml-3.5 line-clamp-2 text-ink-2 leading-[1.45]',
            spoken === undefined && 'font-mono text-xs',
            (words === '' || (spoken !== undefined && lacksLanguage(node, language, first))) && 'text-call',
          )}
        >
          {words === '' ? t.editor.missingText : spoken !== undefined ? quoted[language](words) : words}
        </p>
      )}
      <ul className="border-line border-t empty:hidden">
        {outcomes.map((outcome) => (
          <OutcomeRow key={outcome.name} nodeId={id} name={outcome.name} label={outcome.label} />
        ))}
      </ul>
    </article>
  )
})

/** Tells React Flow of handles that came, went or were renamed: it looks at them by itself only when the card's size changes. */
function useMeasureAgain(id: string, outcomes: string): void {
  const update = useUpdateNodeInternals()
  const known = useRef(outcomes)
  useEffect(() => {
    if (known.current === outcomes) return
    known.current = outcomes
    update(id)
  }, [id, outcomes, update])
}
