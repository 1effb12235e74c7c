import { CancellationScope, CancelledFailure } from '@temporalio/workflow'
import type { CallInput, ConductResult } from '../contract.ts'
import { invalidInput } from './call-refusals.ts'
import { isCallInput } from './checks.ts'
import { listenToCall } from './one-call.ts'

/**
 * The life of one call: room, or line → conversation → wrap-up; a call to a telephone is dialled first, once. Whatever happens in between, the wrap-up runs and the call has
 * an outcome (a cancelled workflow ends as cancelled). Cancelling it or the update `hangUp` hang up. It owns the hard limit of the duration; the
 * process that conducts keeps the polite one.
 */
export async function callWorkflow(input: CallInput): Promise<ConductResult> {
  if (!isCallInput(input)) throw invalidInput()
  const call = listenToCall(input)
  const result = await call.converse(input)
  await call.close(result)
  if (CancellationScope.current().consideredCancelled) throw new CancelledFailure('The call was cancelled.')
  return result
}
