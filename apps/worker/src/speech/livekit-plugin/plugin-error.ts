import { z } from 'zod'
import { faultOfStatus, SpeechError } from '../speech-error.ts'

type Stage = SpeechError['stage']
/** LiveKit's errors, by their shape. */
const statusError = z.object({ statusCode: z.number().int().min(400).max(599), message: z.string().catch('') })
const timeoutError = z.object({ name: z.literal('APITimeoutError') })

/** What a plugin threw, as an error of ours. `begun`: after it had heard or said something. */
export function pluginError(stage: Stage, error: unknown, begun: boolean): SpeechError {
  if (error instanceof SpeechError) return error
  const { data: status } = statusError.safeParse(error)
  if (status) return new SpeechError(stage, faultOf(status, begun), String(status.statusCode))
  const detail = error instanceof Error ? error.message : String(error)
  if (begun) return new SpeechError(stage, 'BROKEN', detail)
  return new SpeechError(stage, timeoutError.safeParse(error).success ? 'TIMEOUT' : 'UNAVAILABLE', detail)
}

function faultOf({ statusCode, message }: z.infer<typeof statusError>, begun: boolean): SpeechError['fault'] {
  // Google refuses a key as a bad request.
  if (statusCode === 400 && /api.?key/i.test(message)) return 'UNAUTHORIZED'
  const fault = faultOfStatus(statusCode)
  return begun && fault === 'UNAVAILABLE' ? 'BROKEN' : fault
}
