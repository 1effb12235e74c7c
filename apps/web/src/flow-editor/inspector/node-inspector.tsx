'use client'

import { type FlowNode, fieldsInUse } from '@parley/flow-runtime'
import { CircleAlert, CircleQuestionMark, Copy, Flag, Trash2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { cn } from '../../lib/cn.ts'
import { Button } from '../../ui/button.tsx'
import { duplicateSelected } from '../clipboard/paste-clip.ts'
import { NodeHelp } from '../help/node-help.tsx'
import { removeNodes } from '../node-edits.ts'
import { groupStyle } from '../node-groups.ts'
import { NodeIcon } from '../node-icon.tsx'
import { editorOf, nodeTitle } from '../node-words.ts'
import { edgeFrom, nodeById } from '../state/flow-lookup.ts'
import { outcomesIn } from '../state/outcomes-in.ts'
import { useEditor, useEditorStore, useFlow } from '../state/use-editor.tsx'
import { useProblems } from '../state/use-problems.tsx'
import { NodeField } from './node-field.tsx'

/** The settings of a node, drawn from its type's data. */
export function NodeInspector({ node }: { node: FlowNode }) {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const readOnly = useEditor((state) => state.readOnly)
  const { icon, group, help, fields } = editorOf(node.type)
  const problems = useProblems().byNode.get(node.id) ?? []
  const loose = problems.filter(({ field }) => field === undefined || !(field in fields))
  const [isExplained, setExplained] = useState(false)
  const frame = useRef<HTMLElement>(null)
  // What was pressed to come here may be gone: the keyboard goes on from the node's settings, not from the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true })
  }, [])

  return (
    <aside
      ref={frame}
      id="inspector"
      data-node={node.id}
      tabIndex={-1}
      data-testid="inspector"
      style={groupStyle(group)}
      aria-label={nodeTitle(node, locale)}
      className="rise flex h-full w-[320px] shrink-0 flex-col border-line border-l bg-surface focus-visible:-outline-offset-2"
    >
      <header className="flex items-center gap-2 border-line border-b py-2 pr-2 pl-4">
        <NodeIcon name={icon} className="text-(--group)" />
        <h2 className="min-w-0 flex-1 truncate font-semibold">{nodeTitle(node, locale)}</h2>
        <Button
          look="ghost"
          size="tiny"
          aria-label={t.nodeHelp.explain}
          title={t.nodeHelp.explain}
          aria-expanded={isExplained}
          data-testid="explain-node"
          onClick={() => setExplained(!isExplained)}
        >
          <CircleQuestionMark size={14} aria-hidden />
        </Button>
        <Button look="ghost" size="tiny" aria-label={t.editor.closePanel} onClick={() => store.select([])}>
          <X size={14} />
        </Button>
      </header>
      <fieldset disabled={readOnly} className="contents">
        <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
          {isExplained ? (
            <NodeHelp type={node.type} />
          ) : (
            <p className="text-ink-3 text-xs leading-relaxed">{typeset(help[locale].split('\n')[0] ?? '')}</p>
          )}
          {loose.map((problem) => (
            <p
              key={`${problem.code}${problem.outcome ?? ''}`}
              className={cn(
                'mt-2 flex items-start gap-1.5 rounded-md px-2 py-1.5 text-xs',
                problem.severity === 'error' ? 'bg-danger-soft text-danger' : 'bg-call-soft text-call',
              )}
            >
              <CircleAlert size={13} className="mt-px shrink-0" aria-hidden />
              {typeset(problem.message)}
            </p>
          ))}
          <div className="mt-3 flex flex-col gap-3.5">
            {fieldsInUse(fields, node.data).map(({ name: field }) => (
              <NodeField key={field} node={node} field={field} problems={problems.filter((problem) => problem.field === field)} />
            ))}
          </div>
          <OutcomeList node={node} />
        </div>
        <footer className="flex items-center gap-1 border-line border-t px-3 py-2">
          <Button look="ghost" size="small" disabled={flow.start === node.id} onClick={() => store.edit({ type: 'setStart', id: node.id })}>
            <Flag size={13} aria-hidden />
            {flow.start === node.id ? t.editor.isStart : t.editor.makeStart}
          </Button>
          <span className="flex-1" />
          <Button
            look="ghost"
            size="icon"
            aria-label={t.editor.duplicateNode}
            title={t.editor.duplicateNode}
            data-testid="duplicate-node"
            onClick={() => {
              const { operation, ids } = duplicateSelected(flow, [node.id])
              store.edit(operation, { label: 'duplicate' })
              store.select(ids)
            }}
          >
            <Copy size={14} />
          </Button>
          <Button
            look="ghost"
            size="icon"
            aria-label={t.editor.deleteNode}
            title={t.editor.deleteNode}
            data-testid="delete-node"
            onClick={() => store.edit(removeNodes([node.id]), { label: 'removeNode' })}
          >
            <Trash2 size={14} />
          </Button>
        </footer>
      </fieldset>
    </aside>
  )
}

function OutcomeList({ node }: { node: FlowNode }) {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const outcomes = outcomesIn(flow, node, locale)
  if (outcomes.length === 0) return null
  return (
    <section className="mt-5">
      <h3 className="font-medium text-ink-2 text-xs">{t.editor.outcomes}</h3>
      <ul className="mt-1.5 divide-y divide-line rounded-md border border-line">
        {outcomes.map(({ name, label }) => {
          const edge = edgeFrom(flow, node.id, name)
          const target = edge && nodeById(flow, edge.target)
          return (
            <li key={name} className="flex h-8 items-center gap-2 pr-1 pl-2.5 text-xs">
              <span className="min-w-0 flex-1 truncate">{label}</span>
              {edge ? (
                <>
                  <button
                    type="button"
                    className="min-w-0 truncate rounded text-ink-2 underline-offset-2 hover:underline"
                    onClick={() => target && store.select([target.id])}
                  >
                    {target ? nodeTitle(target, locale) : edge.target}
                  </button>
                  <Button
                    look="ghost"
                    size="tiny"
                    aria-label={t.editor.disconnect(label)}
                    onClick={() => store.edit({ type: 'disconnect', id: edge.id })}
                  >
                    <X size={12} />
                  </Button>
                </>
              ) : (
                <Button
                  look="ghost"
                  size="small"
                  className="h-6"
                  aria-label={t.editor.addAfter(label)}
                  onClick={(event) => {
                    const box = event.currentTarget.getBoundingClientRect()
                    store.set({ picking: { source: node.id, outcome: name, screen: { x: box.left - 290, y: box.top - 40 } } })
                  }}
                >
                  + {t.editor.addNext}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
