import { ApplicationFailure } from '@temporalio/workflow'

export const invalidInput = () => ApplicationFailure.nonRetryable('The input is not what the contract says.', 'CALL_INPUT_INVALID')
export const callOver = () => ApplicationFailure.nonRetryable('The call is over already.', 'CALL_OVER')
