import { z } from 'zod'
import { procedure } from '../trpc.ts'
import { intentSet } from './intent-set.ts'
import { judge } from './judge.ts'

const input = intentSet.extend({ text: z.string().trim().min(1).max(500) })

/** What a call would understand of a sentence. Nothing is changed or kept. */
export const understand = procedure.input(input).mutation(({ input }) => {
  const { intent, confidence, closestSample } = judge().understand(input)
  return { intent, confidence, closestSample }
})
