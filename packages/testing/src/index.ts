export { audible, median, resample, rms, type Span, soundSpans, trimSilence } from './audio.ts'
export { bigFlow } from './big-flow.ts'
export { type CallerLine, type CallerOptions, type CallerReport, type Line, placeCall, type SpokenLine } from './caller/caller.ts'
export type { Handset } from './caller/handset.ts'
export { callerRate } from './caller/microphone.ts'
export { openRoomHandset } from './caller/room-handset.ts'
export { openSocketHandset } from './caller/socket-handset.ts'
export { type ChatRequest, type ModelFault, type OpenAiStandIn, openAiStandIn } from './openai-stand-in.ts'
export { type S3StandIn, s3StandIn } from './s3-stand-in.ts'
export { lineFromWav, speak } from './speak.ts'
export { type SpeechFault, type SpeechSessionCounters, type SpeechSessionOptions, speechSessions } from './speech-sessions.ts'
export { type CartesiaBehaviour, type CartesiaStandIn, cartesiaStandIn } from './vendors/cartesia-stand-in.ts'
export {
  type DeepgramRecordingsStandIn,
  deepgramRecordingsStandIn,
  type TranscriptionFault,
} from './vendors/deepgram-recordings-stand-in.ts'
export type { Utterance } from './vendors/known-utterances.ts'
export { type VendorStandIn, vendorStandIn } from './vendors/vendor-stand-in.ts'
export { channelOf, readWav, type Wav, writeMuLawWav, writeWav } from './wav.ts'
export { type WritingModel, writingModel } from './writing-model.ts'
