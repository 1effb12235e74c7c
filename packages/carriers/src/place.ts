import type { z } from 'zod'
import type { Answer } from './ask.ts'
import type { DialResult } from './carrier.ts'
import { type CarrierCode, DialUnknown, isRetryable } from './carrier-error.ts'

/**
 * What a carrier's answer to a dial says. Throws DialUnknown for a lost answer, for 5xx, for an acceptance without the call's id: in all of these the
 * telephone may ring.
 */
export function placed(
  answer: Answer,
  idOf: z.ZodType<string>,
  codeOf: (status: number, body: unknown) => { code: CarrierCode },
): DialResult {
  if (answer.kind === 'unsent') return refused(answer.code)
  if (answer.kind === 'lost') throw new DialUnknown('No answer says whether the call was placed.', { cause: answer.cause })
  if (answer.status >= 500) throw new DialUnknown(`The carrier answered ${answer.status}.`)
  if (answer.status >= 300) return refused(codeOf(answer.status, answer.body).code)
  const id = idOf.safeParse(answer.body)
  if (!id.success) throw new DialUnknown('The call was accepted without an id.')
  return { outcome: 'placed', carrierCallId: id.data }
}

const refused = (code: CarrierCode): DialResult => ({ outcome: 'refused', code, retryable: isRetryable(code) })
