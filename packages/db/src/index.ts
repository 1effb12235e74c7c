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
export { type CallChoices, callChoices } from './call-choices.ts'
export type { CallFilters } from './call-filters.ts'
export {
  callStatus,
  claimJoin,
  createCall,
  finishCall,
  getCall,
  type NewCall,
  type StoredCall,
  setCallRun,
  setCallStatus,
} from './calls.ts'
export {
  type AttemptEnd,
  attemptOutcomes,
  type DecidedLead,
  endAttempt,
  finishAttempt,
  keepDecisions,
  type OpenAttempt,
  openAttempts,
  type QueuedAttempt,
  queueAttempts,
  withdrawAttempt,
} from './campaigns/attempts.ts'
export { type PausedBecause, selfPausedCampaigns, type Trip, watchAttempts } from './campaigns/breaker.ts'
export { type CampaignFigures, campaignFigures } from './campaigns/campaign-figures.ts'
export { type CampaignHead, describeCampaign } from './campaigns/campaign-head.ts'
export { findCampaignLine } from './campaigns/campaign-line.ts'
export { type CampaignPulse, campaignPulse, type NextLead } from './campaigns/campaign-pulse.ts'
export {
  type CampaignStatus,
  campaignCounts,
  createCampaign,
  getCampaign,
  type StoredCampaign,
  setCampaignStatus,
} from './campaigns/campaigns.ts'
export { changeCampaign, putBackCampaign } from './campaigns/change-campaign.ts'
export { type DueLead, dueLeads, nextDueAt, waitingLeads } from './campaigns/due-leads.ts'
export {
  countLeads,
  findLeadOfNumber,
  findLeads,
  type LeadFilters,
  type LeadPlace,
  type LeadState,
  type ListedLead,
  leadStates,
} from './campaigns/find-leads.ts'
export {
  countSuppressions,
  getSuppression,
  type ListedSuppression,
  listConsents,
  listSuppressions,
  type NoticedConsent,
  numberKey,
  type SuppressionPage,
} from './campaigns/find-suppressions.ts'
export {
  beginImport,
  commitImport,
  dropImport,
  type ImportProblem,
  listImportProblems,
  type StagedRow,
  stageLeads,
} from './campaigns/import-leads.ts'
export { type AttemptDecision, type LeadAttempt, type LeadWithAttempts, leadsWithAttempts } from './campaigns/lead-attempts.ts'
export { countLines, type LineLimits, type OwnLimits, type Reservation, releaseLine, reserveLine, sweepLines } from './campaigns/lines.ts'
export { type ListedCampaign, listCampaigns } from './campaigns/list-campaigns.ts'
export { type ClaimedDial, type Placement, placeAttempt } from './campaigns/place-attempt.ts'
export {
  isSuppressed,
  recordConsent,
  suppressNumber,
  suppressNumbers,
  unsuppressNumber,
} from './campaigns/suppressions.ts'
export { cancelAppointment, type MoveResult, moveAppointment } from './change-appointment.ts'
export { type CalendarChange, changeCalendar } from './change-calendar.ts'
export { moveProvider, type ProviderInput, removeProvider, type SaveProviderResult, saveProvider } from './change-providers.ts'
export { changeTenant, listMembers, type TenantMember } from './change-tenant.ts'
export {
  type ConnectionFields,
  type ConnectionInput,
  type ConnectionTest,
  type ConnectionView,
  describeConnections,
  findConnection,
  noteConnectionTest,
  removeConnection,
  type SaveConnectionResult,
  type StoredConnection,
  saveConnection,
  tenantOfConnection,
} from './connections.ts'
export { currentNodes } from './current-nodes.ts'
export { DbError } from './db-error.ts'
export { type CallOrder, type CallPlace, countCalls, findCalls, type ListedCall } from './find-calls.ts'
export { type FirstRun, getFirstRun, keepFirstRun } from './first-run.ts'
export { type FlowState, flowStates } from './flow-states.ts'
export { type FlowVisitor, leaveFlow, visitFlow } from './flow-visitors.ts'
export {
  createFlow,
  deleteFlow,
  type FlowListing,
  type FlowSummary,
  getFlow,
  isFlowDeleted,
  listFlows,
  restoreFlow,
  type SaveResult,
  type StoredFlow,
  saveFlow,
} from './flows.ts'
export { forgetDrafts } from './forget-drafts.ts'
export { type HomeFigures, homeFigures, type SpanFigures } from './home-figures.ts'
export { appendJournal, readJournal } from './journal.ts'
export { keepDraft } from './keep-draft.ts'
export { type KnownContact, listContacts } from './known-contacts.ts'
export {
  type Answerer,
  answererOf,
  claimDial,
  createColleagueLine,
  type Dial,
  dialNotBegun,
  findCarrierLine,
  findDial,
  findLine,
  type LineNews,
  type LineState,
  type NewColleagueLine,
  type NewLine,
  type NotedNews,
  noteLineNews,
  type StoredLine,
  settleDial,
} from './lines.ts'
export {
  announceMediaProcess,
  freeMediaProcesses,
  type MediaProcess,
  mediaCapacity,
  mediaProcessUrl,
  withdrawMediaProcess,
} from './media-processes.ts'
export { consumeMediaToken, createMediaToken, type MediaTokenUse } from './media-tokens.ts'
export { newId } from './new-id.ts'
export { type NodeTraffic, nodeTraffic } from './node-traffic.ts'
export { type NumberRouting, numberRouting } from './number-routing.ts'
export { closeDb, type Db, openDb } from './open-db.ts'
export type { Person } from './people.ts'
export {
  findNumber,
  getNumber,
  listNumbers,
  type NumberInput,
  removeNumber,
  type SaveNumberResult,
  type StoredNumber,
  saveNumber,
} from './phone-numbers.ts'
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
  getPublishedVersion,
  listVersions,
  type PublishResult,
  publishFlow,
  type StoredVersion,
} from './publish-flow.ts'
export { getRecording, type StoredRecording, saveRecording } from './recordings.ts'
export { type Percentiles, type ResponseTimes, type ResponseTimesWanted, responseTimes } from './response-times.ts'
export { type RunningCall, runningCalls } from './running-calls.ts'
export { keepView, listSavedViews, removeView, type SavedView } from './saved-views.ts'
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
export { watchAnswerers } from './watch-answerers.ts'
export { watchCalls } from './watch-calls.ts'
