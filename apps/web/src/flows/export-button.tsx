'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { saveAsFile } from '../flow-editor/save-as-file.ts'
import { useText } from '../i18n/text-provider.tsx'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'

/** Saves a flow's draft as a file, from the list. */
export function ExportButton({ flowId, name }: { flowId: string; name: string }) {
  const t = useText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const save = async () => {
    try {
      const { document } = await queryClient.fetchQuery(trpc.flows.get.queryOptions({ flowId }))
      if (document) saveAsFile(document)
      else toast({ tone: 'bad', message: t.canvas.exportFailed })
    } catch {
      toast({ tone: 'bad', message: t.canvas.exportFailed })
    }
  }
  return (
    <Button look="ghost" size="tiny" aria-label={t.canvas.exportOf(name)} title={t.canvas.exportFlow} onClick={() => void save()}>
      <Download size={13} />
    </Button>
  )
}
