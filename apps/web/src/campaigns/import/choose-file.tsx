'use client'

import { FileSpreadsheet, LoaderCircle } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { typeset } from '../../i18n/typeset.ts'
import { usePageText } from '../../i18n/use-page-text.ts'
import { cn } from '../../lib/cn.ts'
import { Button } from '../../ui/button.tsx'
import { FaultLine } from '../fault-line.tsx'
import type { FileFault } from './import-news.ts'
import { largestFile } from './largest-file.ts'
import { faultSentence } from './problem-sentence.ts'

type ChooseFileProps = { isReading: boolean; fault: FileFault | undefined; onChoose: (file: File) => void }

const example = 'phone,name,balance\n+33 6 12 34 56 78,Ada Lovelace,12.50\n06 23 45 67 89,Alan Turing,8'

/** Takes a file by a button or dropped, and says what it should look like. */
export function ChooseFile({ isReading, fault, onChoose }: ChooseFileProps) {
  const t = usePageText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onChoose(file)
  }
  return (
    <section
      aria-label={t.leadImport.choose}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex flex-col items-center rounded-xl border border-dashed px-6 py-10 text-center',
        isOver ? 'border-ink' : 'border-line',
      )}
    >
      <FileSpreadsheet size={22} className="mb-3 text-ink-2" aria-hidden />
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        data-testid="lead-file"
        aria-label={t.leadImport.choose}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onChoose(file)
          event.target.value = ''
        }}
      />
      <div className="flex flex-wrap items-center justify-center gap-2">
        <Button look="primary" disabled={isReading} onClick={() => input.current?.click()}>
          {isReading && <LoaderCircle size={14} className="animate-spin" aria-hidden />}
          {isReading ? t.leadImport.reading : t.leadImport.choose}
        </Button>
        <span className="text-ink-2">{t.leadImport.drop}</span>
      </div>
      <p className="mt-3 max-w-lg text-ink-2 text-xs">{typeset(t.leadImport.fileHelp(largestFile / 1_000_000))}</p>
      <p className="mt-4 text-ink-3 text-xs">{t.leadImport.example}</p>
      <pre className="mt-1 max-w-full overflow-x-auto rounded-lg bg-sunken px-3 py-2 text-left text-xs">{example}</pre>
      <div className="mt-3 empty:hidden">
        <FaultLine fault={fault && faultSentence(fault, t)} />
      </div>
    </section>
  )
}
