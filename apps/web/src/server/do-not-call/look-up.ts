import { numberKey } from '@parley/db'
import { shownNumber } from '../telephony/shown-number.ts'
import { procedure } from '../trpc.ts'
import { numberInput, readInput } from './number-input.ts'

/** By which key what is known of a number is read. A mutation only so that the number stands in no address. */
export const lookUp = procedure.input(numberInput).mutation(({ ctx, input }) => {
  const number = readInput(input)
  return { key: numberKey(ctx.db, ctx.tenantId, number), number: shownNumber(number).international }
})
