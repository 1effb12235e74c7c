/** ElevenLabs' error body. */
export const elevenLabsError = (status: string, message: string) => ({ detail: { status, message } })

export const refusalBody: Record<401 | 429 | 500, ReturnType<typeof elevenLabsError>> = {
  401: elevenLabsError('invalid_api_key', 'Invalid API key'),
  429: elevenLabsError('too_many_concurrent_requests', 'Too many concurrent requests'),
  500: elevenLabsError('internal_server_error', 'Internal server error'),
}

export const voiceNotFound = (voice: string) => elevenLabsError('voice_not_found', `A voice with voice_id ${voice} was not found.`)
