import OpenAI from 'openai'

export type ModelFailureCode =
  | 'MODEL_REFUSED'
  | 'MODEL_UNAUTHORIZED'
  | 'MODEL_RATE_LIMITED'
  | 'MODEL_UNAVAILABLE'
  | 'MODEL_TIMEOUT'
  | 'MODEL_BAD_ANSWER'
/** Why a model gave no usable answer. `retryable`: asking again later can help without anybody changing the settings. */
export type ModelFailure = { code: ModelFailureCode; retryable: boolean; detail: string }

export const modelFailure = (code: ModelFailureCode, detail: string): ModelFailure => ({
  code,
  retryable: code !== 'MODEL_UNAUTHORIZED',
  detail,
})

/** Whether the failure is about what was asked: whoever asks something else may get an answer, so the model is not left alone for it. */
export const isAboutTheQuestion = (code: string): boolean => code === 'MODEL_REFUSED' || code === 'MODEL_BAD_ANSWER'

/** Reads what the SDK threw; the detail names no words of the call. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof OpenAI.APIConnectionTimeoutError || error instanceof OpenAI.APIUserAbortError)
    return modelFailure('MODEL_TIMEOUT', 'no answer in time')
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    const { status } = error
    if (status === 401 || status === 403) return modelFailure('MODEL_UNAUTHORIZED', `status ${status}`)
    return modelFailure(status === 429 ? 'MODEL_RATE_LIMITED' : 'MODEL_UNAVAILABLE', `status ${status}`)
  }
  if (error instanceof SyntaxError) return modelFailure('MODEL_BAD_ANSWER', 'the answer is not JSON')
  return modelFailure('MODEL_UNAVAILABLE', 'connection failed')
}
