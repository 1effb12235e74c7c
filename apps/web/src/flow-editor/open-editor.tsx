'use client'

import type { Flow } from '@parley/flow-runtime'
import { useMutation } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { TestDrawer } from '../test-call/test-drawer.tsx'
import { errorCode } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { FlowCanvas } from './canvas/flow-canvas.tsx'
import { NodePicker } from './canvas/node-picker.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { CheatSheet } from './keys/cheat-sheet.tsx'
import { ActsProvider } from './keys/use-acts.tsx'
import { Rail } from './panels/rail.tsx'
import { SidePanel } from './panels/side-panel.tsx'
import { PartBoundary } from './part-boundary.tsx'
import { PublishSheet } from './publish-sheet.tsx'
import { createAutosave } from './state/autosave.ts'
import { createEditorStore } from './state/editor-store.ts'
import { SpeechReadinessProvider } from './state/speech-readiness.tsx'
import { EditorProvider } from './state/use-editor.tsx'
import { useIsUnchanged } from './state/use-is-unchanged.ts'
import { ProblemsProvider } from './state/use-problems.tsx'
import { TopBar } from './top-bar.tsx'

const ConnectPicker = dynamic(() => import('./connect/connect-picker.tsx').then((loaded) => loaded.ConnectPicker), { ssr: false })
const CommandPalette = dynamic(() => import('./command-palette.tsx').then((loaded) => loaded.CommandPalette), { ssr: false })

export type LoadedFlow = {
  id: string
  document: Flow
  revision: number
  updatedAt: Date
  nextNumber: number
  published: { id: string; number: number; document: Flow } | null
}

/** One flow being edited: its store, its saving, and what stands around the canvas. */
export function OpenEditor({ loaded }: { loaded: LoadedFlow }) {
  const trpc = useTRPC()
  const save = useMutation(trpc.flows.save.mutationOptions()).mutateAsync
  const [store] = useState(() => createEditorStore(loaded.document))
  const [autosave] = useState(() =>
    createAutosave({
      flow: loaded.document,
      revision: loaded.revision,
      codeOf: errorCode,
      save: (document, revision) => save({ flowId: loaded.id, document, revision }),
    }),
  )
  useEffect(() => {
    const stop = store.subscribe(() => autosave.changed(store.getState().history.flow))
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.getState().status !== 'saved') event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      stop()
      window.removeEventListener('beforeunload', warn)
      void autosave.flush()
    }
  }, [store, autosave])

  return (
    <EditorProvider store={store}>
      <ProblemsProvider>
        <EditorFrame loaded={loaded} autosave={autosave} />
      </ProblemsProvider>
    </EditorProvider>
  )
}

/** Loaded after the page, before they are wanted: what is typed at once must find them there. */
const loadLists = () =>
  Promise.all([import('./command-palette.tsx'), import('./connect/connect-picker.tsx'), import('./panels/find-panel.tsx')])

function EditorFrame({ loaded, autosave }: { loaded: LoadedFlow; autosave: ReturnType<typeof createAutosave> }) {
  const [sheet, setSheet] = useState<'publish' | 'commands' | 'keys'>()
  const [testing, setTesting] = useState(false)
  useEffect(() => void loadLists(), [])
  const isUnchanged = useIsUnchanged(loaded.published?.document)
  const close = () => setSheet(undefined)

  return (
    <ActsProvider onCommands={() => setSheet('commands')} onKeys={() => setSheet('keys')}>
      <div className="flex h-dvh flex-col overflow-hidden">
        <TopBar
          autosave={autosave}
          savedBefore={loaded.updatedAt}
          nextNumber={loaded.nextNumber}
          isUnchanged={isUnchanged}
          onTest={() => setTesting(true)}
          onPublish={() => setSheet('publish')}
          onCommands={() => setSheet('commands')}
        />
        <div className="flex min-h-0 flex-1">
          <Rail />
          <main className="relative min-w-0 flex-1">
            <SpeechReadinessProvider published={loaded.published}>
              <PartBoundary part="canvas" className="size-full">
                <FlowCanvas />
              </PartBoundary>
            </SpeechReadinessProvider>
            <SidePanel flowId={loaded.id} />
          </main>
          <PartBoundary part="inspector" className="w-[320px] shrink-0 border-line border-l">
            <Inspector />
          </PartBoundary>
        </div>
        <PartBoundary part="drawer" className="max-h-60 shrink-0 border-line border-t">
          <TestDrawer flowId={loaded.id} published={loaded.published} draftDiffers={!isUnchanged} open={testing} onToggle={setTesting} />
        </PartBoundary>
        <NodePicker />
        <PublishSheet
          open={sheet === 'publish'}
          onClose={close}
          flowId={loaded.id}
          nextNumber={loaded.nextNumber}
          isUnchanged={isUnchanged}
          autosave={autosave}
        />
        <CommandPalette open={sheet === 'commands'} onClose={close} onPublish={() => setSheet('publish')} onTest={() => setTesting(true)} />
        <CheatSheet open={sheet === 'keys'} onClose={close} />
        <ConnectPicker />
        <ConflictDialog autosave={autosave} />
      </div>
    </ActsProvider>
  )
}
