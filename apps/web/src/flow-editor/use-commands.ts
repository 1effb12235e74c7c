'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import type { MenuItem } from '../ui/command-menu.tsx'
import { focusNode } from './keys/focus.ts'
import { keyCaps } from './keys/key-caps.ts'
import { keysOf, keyTable } from './keys/key-table.ts'
import { useActs } from './keys/use-acts.tsx'
import { openOutcome, placeNode, placeNodeAfter } from './node-edits.ts'
import { nodeTypeNames } from './node-groups.ts'
import { editorOf, nodeTitle } from './node-words.ts'
import { saveAsFile } from './save-as-file.ts'
import { nodeById } from './state/flow-lookup.ts'
import { useEditor, useEditorStore, useFlow } from './state/use-editor.tsx'
import { useGoToNode } from './use-go-to-node.ts'

/** Keys that mean something only where the keyboard is: they are no commands. */
const onlyKeys: readonly string[] = ['commands', 'escape', 'goUp', 'goDown', 'goLeft', 'goRight', 'goNext', 'goBack']

/** What the palette offers: acts, nodes to add, nodes to go to. */
export function useCommands({ onPublish, onTest }: { onPublish: () => void; onTest: () => void }): MenuItem[] {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const router = useRouter()
  const goTo = useGoToNode()
  const acts = useActs()
  const readOnly = useEditor((state) => state.readOnly)
  const panels = ['add', 'variables', 'intents', 'problems', 'versions', 'settings'] as const
  const groups = t.canvasEdit.commandGroups

  const adding = nodeTypeNames.map((type) => ({
    id: `add-${type}`,
    group: groups.add,
    name: t.editor.commandAdd(editorOf(type).title[locale]),
    run() {
      const selected = store.getState().selected[0]
      const after = selected === undefined ? undefined : nodeById(flow, selected)
      const outcome = after && openOutcome(flow, after)
      const added = after && outcome !== undefined ? placeNodeAfter(flow, type, after, outcome) : placeNode(flow, type, { x: 0, y: 0 })
      store.edit(added.operation, { label: 'addNode' })
      goTo(added.node.id)
      focusNode(added.node.id)
    },
  }))
  const byKey = keyTable
    .filter(({ act }) => !onlyKeys.includes(act))
    .map(({ act }) => ({
      id: act,
      group: groups.acts,
      name: t.canvasEdit.acts[act],
      keys: keysOf(act)
        .slice(0, 1)
        .map((key) => keyCaps(t, key))
        .join(),
      run: () => void acts[act](),
    }))
  const toNodes = flow.nodes.map((node) => ({
    id: `go-${node.id}`,
    group: groups.go,
    name: t.editor.commandGo(nodeTitle(node, locale)),
    hint: node.id,
    run() {
      goTo(node.id)
      focusNode(node.id)
    },
  }))
  const changing = [
    { id: 'publish', group: groups.acts, name: t.editor.publish, run: onPublish },
    { id: 'test', group: groups.acts, name: t.editor.test, run: onTest },
  ]
  return [
    ...(readOnly ? [] : changing),
    ...byKey,
    { id: 'export', group: groups.acts, name: t.canvas.exportFlow, run: () => saveAsFile(flow) },
    ...panels
      .filter((panel) => !readOnly || panel !== 'add')
      .map((panel) => ({ id: `panel-${panel}`, group: groups.acts, name: t.editor.rail[panel], run: () => store.set({ panel }) })),
    ...(readOnly ? [] : adding),
    ...toNodes,
    { id: 'flows', group: groups.go, name: t.common.flows, run: () => router.push('/flows') },
    { id: 'calls', group: groups.go, name: t.common.calls, run: () => router.push('/calls') },
  ]
}
