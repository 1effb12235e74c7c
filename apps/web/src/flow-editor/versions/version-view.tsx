'use client'

import type { Flow } from '@parley/flow-runtime'
import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState, LoadingRows } from '../../ui/states.tsx'
import { FlowCanvas } from '../canvas/flow-canvas.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { LanguageSwitch } from '../language-switch.tsx'
import { Rail } from '../panels/rail.tsx'
import { SidePanel } from '../panels/side-panel.tsx'
import { createEditorStore } from '../state/editor-store.ts'
import { EditorProvider } from '../state/use-editor.tsx'
import { ProblemsProvider } from '../state/use-problems.tsx'
import { useChangesOverlay } from './use-changes-overlay.ts'
import { useViewedVersion } from './viewed-version.tsx'

/** A published version as it is: to be looked at, not changed. */
export function VersionView({ flowId, versionId }: { flowId: string; versionId: string }) {
  const t = useText()
  const version = useQuery(useTRPC().flows.version.queryOptions({ versionId }))
  const { view } = useViewedVersion()
  if (version.data) return <OpenVersion key={versionId} flowId={flowId} version={version.data} />
  return (
    <main className="mx-auto flex max-w-lg flex-col gap-4 p-10">
      {version.isError ? (
        <ErrorState message={errorSentence(t, errorCode(version.error))} onRetry={() => version.refetch()} />
      ) : (
        <LoadingRows />
      )}
      <Button onClick={() => view(undefined)}>{t.versions.backToDraft}</Button>
    </main>
  )
}

function OpenVersion({ flowId, version }: { flowId: string; version: { number: number; document: Flow } }) {
  const [store] = useState(() => createEditorStore(version.document, { readOnly: true, panel: 'versions' }))
  return (
    <ReactFlowProvider>
      <EditorProvider store={store}>
        <ProblemsProvider>
          <VersionFrame flowId={flowId} number={version.number} name={version.document.name} />
        </ProblemsProvider>
      </EditorProvider>
    </ReactFlowProvider>
  )
}

function VersionFrame({ flowId, number, name }: { flowId: string; number: number; name: string }) {
  const t = useText()
  const { view } = useViewedVersion()
  useChangesOverlay()
  return (
    <div className="flex h-dvh flex-col overflow-hidden" data-testid="version-view">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-3 border-line border-b bg-surface px-3 py-1.5">
        <Button size="small" data-testid="back-to-draft" onClick={() => view(undefined)}>
          <ArrowLeft size={14} aria-hidden />
          {t.versions.backToDraft}
        </Button>
        <h1 className="min-w-0 truncate font-semibold">{t.versions.viewing(name, number)}</h1>
        <p className="text-ink-2 text-xs">{t.versions.readOnly}</p>
        <span className="flex-1" />
        <LanguageSwitch />
      </header>
      <div className="flex min-h-0 flex-1">
        <Rail />
        <main className="relative min-w-0 flex-1">
          <FlowCanvas />
          <SidePanel flowId={flowId} />
        </main>
        <Inspector />
      </div>
    </div>
  )
}
