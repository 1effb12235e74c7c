'use client'

import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useImportFlow } from './use-import-flow.ts'

/** Import by button, or by dropping a file anywhere on the page. */
export function ImportFlow() {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const { importFile, isImporting, refused, dismiss } = useImportFlow()
  const isOver = useDroppedFile((file) => void importFile(file))
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="hidden"
        aria-hidden
        tabIndex={-1}
        data-testid="import-file"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void importFile(file)
          target.value = ''
        }}
      />
      <Button data-testid="import-flow" title={t.canvas.importHint} disabled={isImporting} onClick={() => input.current?.click()}>
        <FileUp size={15} aria-hidden />
        {isImporting ? t.canvas.importing : t.canvas.importFlow}
      </Button>
      {isOver && (
        <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-2xl border-2 border-ink border-dashed bg-surface/85">
          <p className="font-semibold text-lg">{t.canvas.dropHere}</p>
        </div>
      )}
      <Dialog
        open={refused !== undefined}
        onClose={dismiss}
        title={t.canvas.importFailedTitle(refused?.fileName ?? '')}
        testId="import-problems"
        footer={<Button onClick={dismiss}>{t.common.close}</Button>}
      >
        <p className="text-ink-2">{t.canvas.importFailedHint}</p>
        <ul className="mt-3 flex list-disc flex-col gap-2 pl-5">
          {refused?.problems.map(({ code, path, message }) => (
            <li key={`${code} ${path} ${message}`} className="break-words">
              {typeset(message)}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Hears of a file that is dropped on the page; true while one is held over it. */
function useDroppedFile(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  const hear = useRef(onFile)
  hear.current = onFile
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      hear.current(file)
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  return isOver
}
