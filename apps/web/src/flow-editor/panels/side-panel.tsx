'use client'

import { X } from 'lucide-react'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { AddPanel } from './add-panel.tsx'
import { IntentsPanel } from './intents-panel.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { VariablesPanel } from './variables-panel.tsx'
import { VersionsPanel } from './versions-panel.tsx'

const FindPanel = dynamic(() => import('./find-panel.tsx').then((loaded) => loaded.FindPanel), { ssr: false })

/** The panel the rail opened, over the canvas. */
export function SidePanel({ flowId }: { flowId: string }) {
  const t = useText()
  const store = useEditorStore()
  const panel = useEditor((state) => state.panel)
  if (!panel) return null
  const contents: Record<typeof panel, ReactNode> = {
    add: <AddPanel />,
    find: <FindPanel />,
    variables: <VariablesPanel />,
    intents: <IntentsPanel />,
    problems: <ProblemsPanel />,
    versions: <VersionsPanel flowId={flowId} />,
    settings: <SettingsPanel />,
  }
  return (
    <aside
      data-testid={`panel-${panel}`}
      aria-label={t.editor.rail[panel]}
      className="rise absolute top-3 bottom-16 left-3 z-20 flex w-[288px] flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-float"
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
      {contents[panel]}
    </aside>
  )
}
