'use client'

import { X } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Later } from '../../ui/later.tsx'
import { panelParts, soonParts } from '../later/parts.ts'
import type { Panel } from '../state/editor-store.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { usePanelFocus } from './use-panel-focus.ts'

/** The panel the rail opened, over the canvas. */
export function SidePanel({ flowId }: { flowId: string }) {
  const t = useText()
  const store = useEditorStore()
  const panel = useEditor((state) => state.panel)
  const readOnly = useEditor((state) => state.readOnly)
  const frame = usePanelFocus(panel)
  if (!panel) return null
  const isForm = panel === 'variables' || panel === 'intents' || panel === 'settings'
  return (
    <aside
      ref={frame}
      tabIndex={-1}
      data-testid={`panel-${panel}`}
      aria-label={t.editor.rail[panel]}
      className="rise absolute top-3 bottom-16 left-3 z-20 flex w-[288px] flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-float focus-visible:-outline-offset-2"
      onKeyDown={(event) => {
        if (event.key === 'Escape') store.set({ panel: undefined })
      }}
    >
      <header className="flex items-center justify-between gap-2 border-line border-b py-2 pr-2 pl-4">
        <h2 className="font-semibold">{t.editor.rail[panel]}</h2>
        <Button look="ghost" size="tiny" aria-label={t.editor.closePanel} onClick={() => store.set({ panel: undefined })}>
          <X size={14} />
        </Button>
      </header>
      <fieldset disabled={readOnly && isForm} className="contents">
        <PanelContents panel={panel} flowId={flowId} />
      </fieldset>
    </aside>
  )
}

function PanelContents({ panel, flowId }: { panel: Panel; flowId: string }) {
  switch (panel) {
    case 'add':
      return <Later of={soonParts}>{({ AddPanel }) => <AddPanel />}</Later>
    case 'find':
      return <Later of={soonParts}>{({ FindPanel }) => <FindPanel />}</Later>
    case 'problems':
      return <Later of={soonParts}>{({ ProblemsPanel }) => <ProblemsPanel />}</Later>
    case 'variables':
      return <Later of={panelParts}>{({ VariablesPanel }) => <VariablesPanel />}</Later>
    case 'intents':
      return <Later of={panelParts}>{({ IntentsPanel }) => <IntentsPanel />}</Later>
    case 'versions':
      return <Later of={panelParts}>{({ VersionsPanel }) => <VersionsPanel flowId={flowId} />}</Later>
    case 'settings':
      return <Later of={panelParts}>{({ SettingsPanel }) => <SettingsPanel />}</Later>
  }
}
