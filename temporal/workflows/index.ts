export { callWorkflow } from './call.ts'
export { speechWorkflow } from './speech.ts'
export { transcriptionWorkflow } from './transcription.ts'
