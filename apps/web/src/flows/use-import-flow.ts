'use client'

import type { ReadProblem } from '@parley/flow-runtime'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'

const megabyte = 1024 * 1024
const largestMb = 10

type Refused = { fileName: string; problems: readonly ReadProblem[] }

/** Makes a flow of a file and opens it, or tells what is wrong with the file and where. */
export function useImportFlow() {
  const t = useText()
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [refused, setRefused] = useState<Refused>()
  const { mutateAsync, isPending } = useMutation(trpc.flows.import.mutationOptions())

  const importFile = async (file: File) => {
    if (file.size > largestMb * megabyte) return toast({ tone: 'bad', message: t.canvas.importTooLarge(largestMb) })
    try {
      const imported = await mutateAsync({ text: await file.text(), fileName: file.name.slice(-255) })
      if (!imported.ok) return setRefused({ fileName: file.name, problems: imported.problems })
      await queryClient.invalidateQueries({ queryKey: trpc.flows.list.queryKey() })
      router.push(`/flows/${imported.flowId}`)
    } catch (error) {
      toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
    }
  }
  return { importFile, isImporting: isPending, refused, dismiss: () => setRefused(undefined) }
}
