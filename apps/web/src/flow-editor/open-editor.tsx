'use client'

import type { Flow } from '@parley/flow-runtime'
import { useMutation } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { CallsBar } from '../calls-on-canvas/calls-bar.tsx'
import { useGuide } from '../first-run/use-guide.ts'
import { whenFree } from '../lib/when-free.ts'
import { TestDrawer } from '../test-call/test-drawer.tsx'
import { errorCode } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Later } from '../ui/later.tsx'
import { SampleProvider } from '../voices/use-sample.tsx'
import { FlowCanvas } from './canvas/flow-canvas.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { ActsProvider } from './keys/use-acts.tsx'
import { soonParts } from './later/parts.ts'
import { Rail } from './panels/rail.tsx'
import { SidePanel } from './panels/side-panel.tsx'
import { PartBoundary } from './part-boundary.tsx'
import { ConflictNotes, type Note } from './sharing/conflict-notes.tsx'
import { SaveBanner } from './sharing/save-banner.tsx'
import { useKeepDraft } from './sharing/use-keep-draft.ts'
import { useMerge } from './sharing/use-merge.ts'
import { useSharedEditing } from './sharing/use-shared-editing.ts'
import { type Autosave, createAutosave } from './state/autosave.ts'
import { createEditorStore } from './state/editor-store.ts'
import { SpeechReadinessProvider } from './state/speech-readiness.tsx'
import { EditorProvider } from './state/use-editor.tsx'
import { useIsUnchanged } from './state/use-is-unchanged.ts'
import { ProblemsProvider } from './state/use-problems.tsx'
import { TopBar } from './top-bar.tsx'
import { useChangesOverlay } from './versions/use-changes-overlay.ts'
import { useViewedVersion } from './versions/viewed-version.tsx'

const GuidePanel = dynamic(() => import('../first-run/guide-panel.tsx').then((loaded) => loaded.GuidePanel), { ssr: false })
const PublishSheet = dynamic(() => import('./publish-sheet.tsx').then((loaded) => loaded.PublishSheet), { ssr: false })
const VersionView = dynamic(() => import('./versions/version-view.tsx').then((loaded) => loaded.VersionView), { ssr: false })

export type LoadedFlow = {
  id: string
  document: Flow
  revision: number
  updatedAt: Date
  nextNumber: number
  canEdit: boolean
  published: { id: string; number: number; document: Flow } | null
}

/** One flow being edited: its store, its saving, and what stands around the canvas. */
export function OpenEditor({ loaded }: { loaded: LoadedFlow }) {
  const trpc = useTRPC()
  const save = useMutation(trpc.flows.save.mutationOptions()).mutateAsync
  const [store] = useState(() => createEditorStore(loaded.document, { readOnly: !loaded.canEdit }))
  const merging = useMerge(store)
  const merge = useRef(merging.merge)
  useEffect(() => {
    merge.current = merging.merge
  }, [merging.merge])
  const [autosave] = useState(() =>
    createAutosave({
      flow: loaded.document,
      revision: loaded.revision,
      codeOf: errorCode,
      merge: (base, theirs) => merge.current(base, theirs),
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
  useKeepDraft(loaded.id, autosave)

  const { versionId } = useViewedVersion()

  if (versionId !== undefined) return <VersionView flowId={loaded.id} versionId={versionId} />
  return (
    <EditorProvider store={store}>
      <ProblemsProvider>
        <SampleProvider>
          <EditorFrame loaded={loaded} autosave={autosave} notes={merging.notes} onNoteDone={merging.dismiss} />
        </SampleProvider>
      </ProblemsProvider>
    </EditorProvider>
  )
}

type EditorFrameProps = { loaded: LoadedFlow; autosave: Autosave; notes: readonly Note[]; onNoteDone: (id: number) => void }

function EditorFrame({ loaded, autosave, notes, onNoteDone }: EditorFrameProps) {
  const [sheet, setSheet] = useState<'publish' | 'commands' | 'keys'>()
  const [testing, setTesting] = useState(false)
  // What is typed at once must find the lists there.
  const [isFree, setFree] = useState(false)
  useEffect(() => whenFree(() => setFree(true)), [])
  useSharedEditing(loaded.id, autosave)
  useChangesOverlay()
  const isUnchanged = useIsUnchanged(loaded.published?.document)
  const close = () => setSheet(undefined)
  const guide = useGuide(loaded.id)
  const isGuided = loaded.canEdit && guide.run !== undefined
  useEffect(() => {
    if (guide.wish) setTesting(true)
  }, [guide.wish])

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
        <SaveBanner flowId={loaded.id} autosave={autosave} />
        <div className="flex min-h-0 flex-1">
          <div className="flex min-w-0 flex-1 flex-col">
            <div className="flex min-h-0 flex-1">
              <Rail />
              <main className="relative min-w-0 flex-1">
                <SpeechReadinessProvider published={loaded.published}>
                  <PartBoundary part="canvas" className="size-full">
                    <FlowCanvas />
                  </PartBoundary>
                </SpeechReadinessProvider>
                <CallsBar flowId={loaded.id} published={loaded.published} />
                <SidePanel flowId={loaded.id} />
                <ConflictNotes notes={notes} onDone={onNoteDone} />
              </main>
              <PartBoundary part="inspector" className="w-[320px] shrink-0 border-line border-l">
                <Inspector />
              </PartBoundary>
            </div>
            {loaded.canEdit && (
              <PartBoundary part="drawer" className="max-h-60 shrink-0 border-line border-t">
                <TestDrawer flowId={loaded.id} open={testing} onToggle={setTesting} wish={guide.wish} onPhase={guide.setPhase} />
              </PartBoundary>
            )}
          </div>
          {isGuided && <GuidePanel flowId={loaded.id} guide={guide} onPublish={() => setSheet('publish')} />}
        </div>
        {sheet === 'publish' && (
          <PublishSheet
            onClose={close}
            flowId={loaded.id}
            nextNumber={loaded.nextNumber}
            isUnchanged={isUnchanged}
            published={loaded.published}
            autosave={autosave}
            onPublished={() => isGuided && guide.note('published')}
          />
        )}
        {isFree && (
          <Later of={soonParts}>
            {({ CheatSheet, CommandPalette, ConnectPicker, KeptDraftDialog, NodePicker }) => (
              <>
                <NodePicker />
                <ConnectPicker />
                <CommandPalette
                  open={sheet === 'commands'}
                  onClose={close}
                  onPublish={() => setSheet('publish')}
                  onTest={() => setTesting(true)}
                />
                <CheatSheet open={sheet === 'keys'} onClose={close} />
                {loaded.canEdit && <KeptDraftDialog flowId={loaded.id} />}
              </>
            )}
          </Later>
        )}
      </div>
    </ActsProvider>
  )
}
