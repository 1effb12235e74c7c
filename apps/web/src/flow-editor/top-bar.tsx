'use client'

import { ChevronRight, CircleAlert, CircleCheck, Command, Upload, Volume2 } from 'lucide-react'
import Link from 'next/link'
import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { Mark } from '../shell/mark.tsx'
import { PreferenceMenu } from '../shell/preference-menu.tsx'
import { Button } from '../ui/button.tsx'
import { FlowName } from './flow-name.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SaveStatus } from './save-status.tsx'
import { Visitors } from './sharing/visitors.tsx'
import type { Autosave } from './state/autosave.ts'
import { useEditor, useEditorStore } from './state/use-editor.tsx'
import { useProblems } from './state/use-problems.tsx'

type TopBarProps = {
  autosave: Autosave
  savedBefore: Date
  nextNumber: number
  isUnchanged: boolean
  onTest: () => void
  onPublish: () => void
  onCommands: () => void
}

/** Where one is, whether it is saved, what is wrong with it, and the two things to do with it. */
export function TopBar({ autosave, savedBefore, nextNumber, isUnchanged, onTest, onPublish, onCommands }: TopBarProps) {
  const t = useText()
  const store = useEditorStore()
  const name = useEditor((state) => state.history.flow.name)
  const { all, errors } = useProblems()
  const readOnly = useEditor((state) => state.readOnly)
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center justify-end gap-x-2.5 gap-y-1 border-line border-b bg-surface px-3 py-1.5">
      <h1 className="sr-only">{name}</h1>
      <Link href="/flows" prefetch={false} aria-label={t.common.product} className="rounded-lg">
        <Mark />
      </Link>
      <nav className="flex min-w-0 items-center gap-1 text-ink-2">
        <Link href="/flows" className="rounded px-1 hover:text-ink">
          {t.common.flows}
        </Link>
        <ChevronRight size={13} className="shrink-0 text-ink-3" aria-hidden />
        <FlowName />
      </nav>
      {readOnly ? <p className="text-ink-2 text-xs">{t.sharing.viewer}</p> : <SaveStatus autosave={autosave} savedBefore={savedBefore} />}
      <span className="flex-1" />
      <Visitors />
      <Button
        look="ghost"
        size="small"
        data-testid="problem-count"
        onClick={() => store.set({ panel: 'problems' })}
        className={cn(errors.length > 0 && 'text-danger hover:text-danger')}
      >
        {all.length === 0 ? (
          <CircleCheck size={15} className="text-do" aria-hidden />
        ) : (
          <CircleAlert size={15} className={errors.length === 0 ? 'text-call' : ''} aria-hidden />
        )}
        {t.editor.problems(all.length)}
      </Button>
      <LanguageSwitch />
      <Button
        look="ghost"
        size="icon"
        aria-label={t.editor.commands}
        title={`${t.editor.commands} ⌘K`}
        data-testid="open-commands"
        onClick={onCommands}
      >
        <Command size={15} />
      </Button>
      <PreferenceMenu />
      {!readOnly && (
        <>
          <Button data-testid="test" onClick={onTest}>
            <Volume2 size={15} aria-hidden />
            {t.editor.test}
          </Button>
          <Button look="primary" data-testid="publish" onClick={onPublish} title={isUnchanged ? t.editor.publishNothing : undefined}>
            <Upload size={15} aria-hidden />
            {t.editor.publishNext(nextNumber)}
          </Button>
        </>
      )}
    </header>
  )
}
