import { type VendorStandIn, vendorStandIn } from '@parley/testing'
import { z } from 'zod'

const utterance = z.object({
  text: z.string(),
  language: z.string().optional(),
  pcm: z.instanceof(Int16Array),
  rate: z.number(),
  words: z.array(z.object({ word: z.string(), startMs: z.number(), endMs: z.number() })),
})
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), utterances: z.array(utterance) }),
  z.object({ type: z.literal('delays'), delays: z.object({ recognitionMs: z.number(), synthesisMs: z.number() }) }),
])

let vendors: VendorStandIn | undefined

process.on('disconnect', () => process.exit())
process.on('message', async (told) => {
  const parsed = message.parse(told)
  if (parsed.type === 'start') vendors = await vendorStandIn(parsed.utterances)
  else vendors?.setDelays(parsed.delays)
  process.send?.({ url: vendors?.url })
})
