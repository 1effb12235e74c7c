'use client'

import { useEffect, useRef } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { insertOnEdge } from '../connect/insert-on-edge.ts'
import { focusNode } from '../keys/focus.ts'
import { newEdge, placeNode, placeNodeAfter } from '../node-edits.ts'
import { nodeTitle } from '../node-words.ts'
import { NodeTypeList } from '../panels/node-type-list.tsx'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditor, useEditorStore, useFlow } from '../state/use-editor.tsx'

const width = 280
const height = 380

/** "What happens next?": chosen with the mouse or the keyboard, the node is added and connected. */
export function NodePicker() {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const picking = useEditor((state) => state.picking)
  const ref = useRef<HTMLDivElement>(null)
  const close = () => store.set({ picking: undefined })

  useEffect(() => {
    if (!picking) return
    const before = document.activeElement
    const onPointerDown = (event: PointerEvent) => {
      if (!(event.target instanceof Element) || ref.current?.contains(event.target)) return
      const { source, outcome } = picking
      const target = event.target.closest<HTMLElement>('.react-flow__node')?.dataset.id
      // The connection runs until a card is clicked.
      if (source !== undefined && outcome !== undefined && target !== undefined && target !== source)
        store.edit({ type: 'connect', edge: newEdge(source, outcome, target) })
      store.set({ picking: undefined })
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [picking, store])

  if (!picking) return null
  const source = picking.source === undefined ? undefined : nodeById(flow, picking.source)
  const { outcome } = picking
  const edge = flow.edges.find(({ id }) => id === picking.edge)
  const others = source && outcome !== undefined ? flow.nodes.filter((node) => node.id !== source.id) : []
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={t.editor.pickNode}
      data-testid="node-picker"
      className="rise fixed z-40 flex flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-float"
      style={{
        width,
        maxHeight: height,
        left: Math.min(picking.screen.x, window.innerWidth - width - 12),
        top: Math.max(12, Math.min(picking.screen.y, window.innerHeight - height - 12)),
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <p className="px-3 pt-2.5 font-semibold text-xs">{t.editor.pickNode}</p>
      {others.length > 0 && <p className="px-3 pt-0.5 text-ink-3 text-xs">{t.canvasEdit.orClickCard}</p>}
      <NodeTypeList
        autoFocus
        testIdPrefix="pick"
        onPick={(type) => {
          const added = edge
            ? insertOnEdge(flow, type, edge)
            : source && outcome !== undefined
              ? placeNodeAfter(flow, type, source, outcome, picking.position)
              : placeNode(flow, type, picking.position ?? { x: 0, y: 0 })
          close()
          store.edit(added.operation, { label: edge ? 'insertNode' : 'addNode' })
          store.select([added.node.id])
          focusNode(added.node.id)
        }}
      >
        {others.length > 0 && source && outcome !== undefined && (
          <section className="mt-1 border-line border-t pt-2">
            <h3 className="px-2 pb-1 font-medium text-[11px] text-ink-3">{t.editor.connectTo}</h3>
            {others.map((node) => (
              <button
                key={node.id}
                type="button"
                data-testid={`pick-existing-${node.id}`}
                className="flex w-full items-center rounded-md px-2 py-1.5 text-left hover:bg-hover"
                onClick={() => {
                  close()
                  store.edit({ type: 'connect', edge: newEdge(source.id, outcome, node.id) })
                }}
              >
                <span className="truncate">{nodeTitle(node, locale)}</span>
              </button>
            ))}
          </section>
        )}
      </NodeTypeList>
    </div>
  )
}
