import type { CarrierNumber, TestStep } from './carrier.ts'
import { type CarrierCode, CarrierError } from './carrier-error.ts'

const unreached: readonly CarrierCode[] = ['CARRIER_UNREACHABLE', 'CARRIER_ADDRESS_REFUSED', 'CARRIER_FAILED']
const unpermitted: readonly CarrierCode[] = ['CARRIER_ACCOUNT_SUSPENDED', 'CARRIER_NO_CREDIT', 'CARRIER_FORBIDDEN']
const order = ['reach', 'signIn', 'permission', 'numbers'] as const

/** The steps of a connection's test, up to the one that failed; what comes after that one is skipped. */
export async function stepsOf(checks: { signIn(): Promise<unknown>; numbers(): Promise<CarrierNumber[]> }): Promise<TestStep[]> {
  try {
    await checks.signIn()
  } catch (error) {
    const code = codeOf(error)
    return failedAt(unreached.includes(code) ? 'reach' : unpermitted.includes(code) ? 'permission' : 'signIn', code)
  }
  try {
    return (await checks.numbers()).length > 0 ? failedAt(undefined) : failedAt('numbers', 'CARRIER_NO_NUMBERS')
  } catch (error) {
    return failedAt('numbers', codeOf(error))
  }
}

function failedAt(failed: TestStep['step'] | undefined, code?: CarrierCode): TestStep[] {
  const at = failed === undefined ? order.length : order.indexOf(failed)
  return order.map((step, index) =>
    index < at ? { step, state: 'ok' } : index === at ? { step, state: 'failed', code } : { step, state: 'skipped' },
  )
}

/** An account that is not found is one nobody can sign in to. */
function codeOf(error: unknown): CarrierCode {
  if (!(error instanceof CarrierError)) return 'CARRIER_FAILED'
  return error.code === 'CARRIER_CALL_UNKNOWN' ? 'CARRIER_UNAUTHORIZED' : error.code
}
