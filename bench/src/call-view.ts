import type { JournalEntry } from '@parley/flow-runtime'
import { z } from 'zod'
import type { StudioClient } from './studio-client.ts'

/** What the studio tells of a call; its journal is typed by the package that defines it. */
const callView = z.object({
  call: z.object({
    status: z.string(),
    outcome: z.string().nullable(),
    failureCode: z.string().nullable(),
    workflowId: z.string().nullable(),
    turns: z.number(),
  }),
  entries: z.array(z.custom<JournalEntry>((value) => typeof value === 'object' && value !== null && 'kind' in value)),
  recording: z.object({ seconds: z.number() }).nullable(),
  appointments: z.array(z.object({ service: z.string(), startsAt: z.string(), status: z.string() })),
})
export type CallView = z.output<typeof callView>

export const readCall = async (client: StudioClient, callId: string): Promise<CallView> =>
  callView.parse(await client.query('calls.get', { callId }))

/** The question that waits for the caller now: its effect and the kind of answer expected. */
export function openQuestion({ entries }: CallView): { effectId: string; kind: string } | undefined {
  const asked = entries.flatMap((entry) => (entry.kind === 'step' ? entry.effects.filter((effect) => effect.type === 'listen') : [])).at(-1)
  if (!asked) return undefined
  const answered = entries.some(
    (entry) =>
      entry.kind === 'event' &&
      (entry.event.type === 'contactSaid' || entry.event.type === 'contactSilent') &&
      entry.event.effectId === asked.id,
  )
  return answered ? undefined : { effectId: asked.id, kind: asked.expectation.kind }
}

/** The nodes the call went through, in order. */
export function pathOf({ entries }: CallView): string[] {
  const path: string[] = []
  for (const entry of entries) if (entry.kind === 'step' && entry.state.at !== path.at(-1)) path.push(entry.state.at)
  return path
}
