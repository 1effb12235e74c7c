import { createLocalAudioTrack, type LocalAudioTrack } from 'livekit-client'
import type { ErrorCode } from '../server/app-error.ts'

const codes: Record<string, ErrorCode> = {
  NotAllowedError: 'MICROPHONE_REFUSED',
  SecurityError: 'MICROPHONE_REFUSED',
  NotFoundError: 'MICROPHONE_MISSING',
  OverconstrainedError: 'MICROPHONE_MISSING',
  NotReadableError: 'MICROPHONE_BUSY',
  AbortError: 'MICROPHONE_BUSY',
}

/** The microphone as a track, or why there is none. Asked for before the call starts, so that a refusal makes no call. */
export async function openMicrophone(): Promise<{ ok: true; track: LocalAudioTrack } | { ok: false; code: ErrorCode }> {
  if (!navigator.mediaDevices) return { ok: false, code: 'MICROPHONE_REFUSED' }
  try {
    const track = await createLocalAudioTrack({ echoCancellation: true, noiseSuppression: true, autoGainControl: true })
    return { ok: true, track }
  } catch (error) {
    return { ok: false, code: (error instanceof Error && codes[error.name]) || 'MICROPHONE_MISSING' }
  }
}
