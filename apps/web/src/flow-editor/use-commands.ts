'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { useZoom } from './canvas/use-zoom.ts'
import { useLayOut } from './layout/use-lay-out.ts'
import { openOutcome, placeNode, placeNodeAfter } from './node-edits.ts'
import { nodeTypeNames } from './node-groups.ts'
import { editorOf, nodeTitle } from './node-words.ts'
import { saveAsFile } from './save-as-file.ts'
import { nodeById } from './state/flow-lookup.ts'
import { useEditorStore, useFlow } from './state/use-editor.tsx'
import { useUndo } from './state/use-undo.ts'
import { useGoToNode } from './use-go-to-node.ts'

type Command = { name: string; keys?: string; run: () => void }

/** What the palette offers: acts, nodes to add, nodes to go to. */
export function useCommands({ onPublish, onTest }: { onPublish: () => void; onTest: () => void }): Command[] {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const router = useRouter()
  const goTo = useGoToNode()
  const { undo, redo } = useUndo()
  const layOut = useLayOut()
  const zoom = useZoom()
  const panels = ['add', 'find', 'variables', 'intents', 'problems', 'versions', 'settings'] as const

  const adding = nodeTypeNames.map((type) => ({
    name: t.editor.commandAdd(editorOf(type).title[locale]),
    run() {
      const selected = store.getState().selected[0]
      const after = selected === undefined ? undefined : nodeById(flow, selected)
      const outcome = after && openOutcome(flow, after)
      const added = after && outcome !== undefined ? placeNodeAfter(flow, type, after, outcome) : placeNode(flow, type, { x: 0, y: 0 })
      store.edit(added.operation, { label: 'addNode' })
      goTo(added.node.id)
    },
  }))
  return [
    { name: t.editor.publish, run: onPublish },
    { name: t.editor.test, run: onTest },
    { name: t.editor.undo, keys: '⌘Z', run: undo },
    { name: t.editor.redo, keys: '⇧⌘Z', run: redo },
    { name: t.canvas.layOut, run: () => void layOut() },
    { name: t.editor.fit, keys: '1', run: zoom.all },
    { name: t.canvas.zoomToSelection, keys: '2', run: zoom.selection },
    { name: t.canvas.actualSize, keys: '0', run: zoom.actualSize },
    { name: t.canvas.exportFlow, run: () => saveAsFile(flow) },
    ...panels.map((panel) => ({ name: t.editor.rail[panel], run: () => store.set({ panel }) })),
    ...adding,
    ...flow.nodes.map((node) => ({ name: `${t.editor.commandGo(nodeTitle(node, locale))} (${node.id})`, run: () => goTo(node.id) })),
    { name: t.common.flows, run: () => router.push('/flows') },
    { name: t.common.calls, run: () => router.push('/calls') },
  ]
}
