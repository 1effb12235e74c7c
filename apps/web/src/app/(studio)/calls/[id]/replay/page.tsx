import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { preferences } from '../../../../../i18n/server-locale.ts'
import { ReplayPage } from '../../../../../replay/replay-page.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

const wanted = z.object({ on: z.enum(['version', 'draft']).catch('version'), at: z.coerce.number().min(0).catch(0) })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.pastCalls.replayTitle }
}

export default async function Page({ params, searchParams }: Props) {
  const callId = z.uuid().safeParse((await params).id)
  if (!callId.success) notFound()
  const { on, at } = wanted.parse(await searchParams)
  return <ReplayPage callId={callId.data} onDraft={on === 'draft'} startAt={at} />
}
