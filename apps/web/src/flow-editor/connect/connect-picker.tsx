'use client'

import { type FlowNode, outcomesOf } from '@parley/flow-runtime'
import { useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { CommandMenu } from '../../ui/command-menu.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusNode } from '../keys/focus.ts'
import { newEdge, placeNodeAfter } from '../node-edits.ts'
import { nodeTypeNames } from '../node-groups.ts'
import { editorOf, nodeTitle, spokenWords } from '../node-words.ts'
import { edgeFrom, nodeById } from '../state/flow-lookup.ts'
import { useEditor, useEditorStore, useFlow } from '../state/use-editor.tsx'

/** Connects a node by keys: first by which outcome, then to which node, one that is there or a new one. */
export function ConnectPicker() {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const connecting = useEditor((state) => state.connecting)
  const node = connecting === undefined ? undefined : nodeById(flow, connecting)
  const close = () => {
    store.set({ connecting: undefined })
    if (connecting !== undefined) focusNode(connecting)
  }
  return (
    <Dialog
      open={node !== undefined}
      onClose={close}
      title={node ? t.canvasEdit.connectFrom(nodeTitle(node, locale)) : ''}
      testId="connect-picker"
      className="mt-[12vh] w-[560px]"
    >
      {node && <ConnectSteps node={node} onDone={close} />}
    </Dialog>
  )
}

function ConnectSteps({ node, onDone }: { node: FlowNode; onDone: () => void }) {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const outcomes = outcomesOf(node, flow, locale)
  const [only, ...more] = outcomes
  const [chosen, setChosen] = useState(only && more.length === 0 ? only.name : undefined)
  if (outcomes.length === 0) return <p className="py-2 text-ink-2">{t.canvasEdit.noOutcomes}</p>
  if (chosen !== undefined) return <Targets key={chosen} node={node} outcome={chosen} onDone={onDone} />
  const items = outcomes.map(({ name, label }) => {
    const edge = edgeFrom(flow, node.id, name)
    const target = edge && nodeById(flow, edge.target)
    return { id: name, name: label, hint: target ? `→ ${nodeTitle(target, locale)}` : t.editor.open, run: () => setChosen(name) }
  })
  return <CommandMenu label={t.editor.outcomes} placeholder={t.canvasEdit.whichOutcome} items={items} nothing={t.editor.findNothing} />
}

function Targets({ node, outcome, onDone }: { node: FlowNode; outcome: string; onDone: () => void }) {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const language = useEditor((state) => state.language)
  const existing = flow.nodes
    .filter(({ id }) => id !== node.id)
    .map((target) => ({
      id: `to-${target.id}`,
      group: t.editor.connectTo,
      name: nodeTitle(target, locale),
      hint: spokenWords(target, language, flow.languages[0] ?? 'en') ?? target.id,
      run() {
        store.edit({ type: 'connect', edge: newEdge(node.id, outcome, target.id) })
        onDone()
      },
    }))
  const added = nodeTypeNames.map((type) => ({
    id: `new-${type}`,
    group: t.canvasEdit.newNode,
    name: t.editor.commandAdd(editorOf(type).title[locale]),
    run() {
      const after = placeNodeAfter(flow, type, node, outcome)
      store.edit(after.operation, { label: 'addNode' })
      store.set({ connecting: undefined })
      store.select([after.node.id])
      focusNode(after.node.id)
    },
  }))
  // The list of before had the keyboard; the new one takes it over.
  return (
    <div ref={(frame) => frame?.querySelector<HTMLElement>('[data-autofocus]')?.focus()}>
      <CommandMenu
        label={t.editor.connectTo}
        placeholder={t.canvasEdit.whichTarget}
        items={[...existing, ...added]}
        nothing={t.editor.findNothing}
      />
    </div>
  )
}
