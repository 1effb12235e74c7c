/** The browser's end of a call, with the room client, which is large: loaded when somebody is about to call. */
export { openMicrophone } from './open-microphone.ts'
export { openVoiceLine, type VoiceLine } from './voice-line.ts'
