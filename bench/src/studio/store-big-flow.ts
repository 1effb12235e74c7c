import { bigFlow } from '@parley/testing/big-flow'
import { z } from 'zod'
import type { StudioClient } from '../studio-client.ts'

/** Stores a flow of about so many nodes as a draft; its id. */
export async function storeBigFlow(client: StudioClient, nodes: number): Promise<string> {
  const document = bigFlow({ nodes })
  const created = await client.mutate('flows.create', { name: document.name })
  const { flowId } = z.object({ flowId: z.string() }).parse(created)
  const { revision } = z.object({ revision: z.number() }).parse(await client.query('flows.get', { flowId }))
  await client.mutate('flows.save', { flowId, revision, document })
  return flowId
}
