import { TRPCClientError } from '@trpc/client'
import { z } from 'zod'
import type { SharedCatalogue } from '../i18n/en-shared.ts'

const coded = z.object({ appCode: z.string() })

/** The stable code of what went wrong; OFFLINE when there was no answer at all. */
export function errorCode(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return 'UNKNOWN'
  const data = coded.safeParse(error.data)
  return data.success ? data.data.appCode : 'OFFLINE'
}

/** What happened, what was kept, what to do: the sentence for a code. */
export function errorSentence(text: SharedCatalogue, code: string): string {
  const sentences: Record<string, string | undefined> = text.errors
  return sentences[code] ?? text.errors.UNKNOWN
}
