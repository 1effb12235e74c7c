'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageText } from '../../i18n/use-page-text.ts'
import { cn } from '../../lib/cn.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { toast } from '../../ui/toast.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ColumnsStep, type ImportOrder } from './columns-step.tsx'
import type { FilePreview } from './file-preview.ts'
import type { FileFault, ImportNews } from './import-news.ts'
import { ImportProgress } from './import-progress.tsx'
import { ImportResult } from './import-result.tsx'
import { importFile, previewOf } from './send-file.ts'

type Chosen = { file: File; preview: FilePreview }
type Running = { sent: number; news?: ImportNews; cancel: () => void }
type Done = Extract<ImportNews, { state: 'done' }>

/** From a file to leads of a campaign: choose it, say what its columns are, see what came of it. The file stays in the browser meanwhile. */
export function ImportLeads({ campaignId }: { campaignId: string }) {
  const t = usePageText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isReading, setReading] = useState(false)
  const [fault, setFault] = useState<FileFault>()
  const [chosen, setChosen] = useState<Chosen>()
  const [running, setRunning] = useState<Running>()
  const [done, setDone] = useState<Done>()

  async function choose(file: File) {
    setFault(undefined)
    setReading(true)
    const answer = await previewOf(campaignId, file)
    setReading(false)
    if ('fault' in answer) setFault(answer.fault)
    else setChosen({ file, preview: answer.preview })
  }

  async function send({ file }: Chosen, order: ImportOrder) {
    setFault(undefined)
    const change = (part: Partial<Running>) => setRunning((before) => before && { ...before, ...part })
    const { last, cancel } = importFile(campaignId, file, order, {
      onSent: (sent) => change({ sent }),
      onNews: (news) => change({ news }),
    })
    setRunning({ sent: 0, cancel })
    const end = await last
    setRunning(undefined)
    if (end.state === 'done') setDone(end)
    else if (end.state !== 'failed') setFault({ code: 'ANSWER_LOST' })
    else if (end.code === 'CANCELLED') toast({ tone: 'good', message: t.leadImport.cancelled })
    else setFault(end)
    await queryClient.invalidateQueries({ queryKey: trpc.campaigns.pathKey() })
  }

  function again() {
    setChosen(undefined)
    setDone(undefined)
    setFault(undefined)
  }

  return (
    <div data-testid="import-leads" className="flex flex-col gap-4">
      <Steps at={done ? 2 : chosen ? 1 : 0} />
      {done && <ImportResult result={done} onAgain={again} />}
      {!done && running && <ImportProgress {...running} />}
      {!done && !running && chosen && (
        <ColumnsStep
          key={`${chosen.file.name} ${chosen.file.lastModified}`}
          {...{ campaignId, fault, fileName: chosen.file.name, preview: chosen.preview }}
          onAgain={again}
          onImport={(order) => void send(chosen, order)}
        />
      )}
      {!done && !running && !chosen && <ChooseFile {...{ isReading, fault }} onChoose={(file) => void choose(file)} />}
    </div>
  )
}

function Steps({ at }: { at: number }) {
  const t = usePageText()
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
      {t.leadImport.steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={cn('font-medium', index === at ? 'text-ink' : 'text-ink-3')}
        >
          {index + 1}. {step}
        </li>
      ))}
    </ol>
  )
}
