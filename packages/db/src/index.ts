export { recordAudit } from './audit.ts'
export { type BookResult, bookAppointment } from './book-appointment.ts'
export {
  type BusySpan,
  busyTimes,
  listAppointments,
  listServices,
  type OpeningSpan,
  openingHours,
  type StoredAppointment,
  type StoredService,
} from './calendar.ts'
export {
  type CallSummary,
  claimJoin,
  createCall,
  finishCall,
  getCall,
  listCalls,
  type StoredCall,
  setCallRun,
  setCallStatus,
} from './calls.ts'
export { cancelAppointment, type MoveResult, moveAppointment } from './change-appointment.ts'
export { moveProvider, type ProviderInput, removeProvider, type SaveProviderResult, saveProvider } from './change-providers.ts'
export { DbError } from './db-error.ts'
export {
  createFlow,
  deleteFlow,
  type FlowListing,
  type FlowSummary,
  getFlow,
  isFlowDeleted,
  listFlows,
  type SaveResult,
  type StoredFlow,
  saveFlow,
} from './flows.ts'
export { appendJournal, readJournal } from './journal.ts'
export { announceMediaProcess, freeMediaProcesses, type MediaProcess, withdrawMediaProcess } from './media-processes.ts'
export { consumeMediaToken, createMediaToken, type MediaTokenUse } from './media-tokens.ts'
export { newId } from './new-id.ts'
export { closeDb, type Db, openDb } from './open-db.ts'
export {
  type ProviderChoice,
  type ProviderFields,
  type ProviderKind,
  type ProviderSettings,
  type ProviderVendor,
  providerFields,
} from './provider-choice.ts'
export { listProviderHealth, type ProviderHealth, type ProviderNews, reportProvider } from './provider-health.ts'
export { describeProviders, findProvider, listProviders, type ProviderView } from './providers.ts'
export {
  type FlowVersion,
  type FlowVersionSummary,
  getFlowVersion,
  listVersions,
  type PublishResult,
  publishFlow,
  type StoredVersion,
} from './publish-flow.ts'

export { getRecording, type StoredRecording, saveRecording } from './recordings.ts'
export { type Percentiles, type ResponseTimes, type ResponseTimesWanted, responseTimes } from './response-times.ts'
export {
  addScenario,
  listScenarios,
  removeScenario,
  type SaveScenarioResult,
  type StoredScenario,
  saveScenario,
} from './scenarios.ts'
export { seed, seedOwnerEmail } from './seed.ts'
export { consumeSignInLink, createSignInLink, getMember, type Member } from './sign-in-links.ts'
export { createTenant, getTenant, type NewTenant, type Tenant } from './tenants.ts'
export { transcriptionProvider } from './transcription-provider.ts'
export { getTranscription, type StoredTranscription, saveTranscription, type TranscriptionTurn } from './transcriptions.ts'
export { watchCalls } from './watch-calls.ts'
