import type { CarrierStatus } from '@parley/carriers/call-status'
import { callOutcomes } from '@parley/flow-runtime/call-outcomes'
import { z } from 'zod'
import { taskQueues } from './names.ts'

/**
 * All that apps may import of temporal/: names, ids, and schemas of what is read from somebody else, without the workflow SDK. Workflows import its types only.
 */
export * from './names.ts'

export const searchAttributes = ['tenantId', 'flowId', 'campaignId', 'callId', 'outcome'] as const

export const callWorkflowType = 'callWorkflow'
export const callWorkflowId = (callId: string) => `call/${callId}`
export const roomName = (callId: string) => `call-${callId}`
/** Identities in a call's room. A successor of a dead agent joins as the next attempt. */
export const contactIdentity = 'contact'
export const agentIdentity = (attempt: number) => `agent-${attempt}`

export const callOutcome = z.enum(callOutcomes)

/** Ids and limits only: no words, no personal data in a history. */
export type CallInput = {
  tenantId: string
  callId: string
  flowId: string
  flowVersionId: string
  /** browser: in a room · phone: on a carrier's media socket. */
  channel: 'browser' | 'phone'
  /**
   * Who holds the line of a call by telephone. inbound: a carrier that was called · outbound: a carrier that has to dial first · absent: nobody who
   * could be told to hang up.
   */
  line?: 'inbound' | 'outbound' | undefined
  /** How long it rings before nobody is there, milliseconds; for outbound lines. */
  ringMs?: number | undefined
  /** Hard limit of the whole conversation, milliseconds. */
  maxCallMs: number
  /** How much longer the workflow waits before it ends the call itself; absent: `callGraceMs`. */
  graceMs?: number | undefined
}

const keyword = (name: (typeof searchAttributes)[number], value: string) => ({ key: { name, type: 'KEYWORD' as const }, value })

const summaryOf = ({ channel, line }: CallInput) => {
  if (line === 'outbound') return 'A call to a telephone.'
  return channel === 'phone' ? 'A call by telephone.' : 'A call from a browser.'
}

/**
 * How the client starts `callWorkflow`: id, queue and what it is found by, as plain data. Starting a call again finds
 * the one that is running; one that is over is not started again.
 */
export function callStartOptions(input: CallInput) {
  const { tenantId, flowId, callId } = input
  return {
    workflowId: callWorkflowId(callId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [CallInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
    staticSummary: summaryOf(input),
    typedSearchAttributes: [keyword('tenantId', tenantId), keyword('flowId', flowId), keyword('callId', callId)],
  }
}

export const conductInput = z.object({
  tenantId: z.uuid(),
  callId: z.uuid(),
  maxCallMs: z.number().int().positive(),
  /** Absent: browser. */
  channel: z.enum(['browser', 'phone']).optional(),
})
export type ConductInput = z.output<typeof conductInput>

/** `turns` is absent when whoever tells the end did not conduct the call; `failureCode`: stable code when the outcome is failed. */
export const conductResult = z.object({
  outcome: callOutcome,
  turns: z.number().int().optional(),
  durationMs: z.number().int(),
  failureCode: z.string().optional(),
  /** With the outcome transferred: both lines were joined in the process that conducted, and the call's own is still ours to end. */
  bridged: z.boolean().optional(),
})
export type ConductResult = z.output<typeof conductResult>

/** Heartbeat details of conductCall: the journal position already in the database. */
export const conductHeartbeat = z.object({ journalSeq: z.number().int(), nodeId: z.string() })

export type HangUpInput = { reason: 'operator' | 'studio' }
export type MediaArrived = { taskQueue: string }
export type LineNews = { status: CarrierStatus; code?: string | undefined; lineId?: string | undefined }
/** How long it rings and how long the line may last, milliseconds. */
export type CallColleagueInput = { lineId: string; ringMs: number; maxCallMs: number }
export type ReleaseColleagueInput = { lineId: string }
export const colleagueReached = z.object({
  outcome: z.enum(['answered', 'noAnswer', 'declined', 'failed']),
  /** Why it failed; stable. */
  code: z.string().optional(),
})
export type ColleagueReached = z.output<typeof colleagueReached>
export const callState = z.object({
  status: z.enum(['created', 'roomReady', 'dialling', 'waitingForLine', 'conducting', 'wrappingUp', 'ended']),
  outcome: callOutcome.optional(),
})
export type WorkflowCallState = z.output<typeof callState>

export type CallActivities = {
  /** Creates the room and marks the call row `roomReady`. Idempotent. */
  prepareRoom(input: { tenantId: string; callId: string }): Promise<void>
  /** Finishes the row (outcome, end, duration) and deletes the room, where there is one. Idempotent. */
  wrapUp(input: { tenantId: string; callId: string; channel: CallInput['channel']; result: ConductResult }): Promise<void>
}
/** What became of a dial. `unknown`: the carrier was asked and nobody can say whether it dialled. */
export const dialled = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('placed') }),
  z.object({ outcome: z.literal('refused'), code: z.string() }),
  z.object({ outcome: z.literal('unknown') }),
])
export type Dialled = z.output<typeof dialled>
/** A line of a call. `lineId`: a colleague's; absent: the call's own. */
export type LineOfCall = { tenantId: string; callId: string; lineId?: string }
/** How long it rings and how long the whole call may last, milliseconds. */
export type PlaceCallInput = LineOfCall & { ringMs: number; maxCallMs: number }
export type LineActivities = {
  /** Has the carrier dial: at most once for each line, however often this runs. */
  placeCall(input: PlaceCallInput): Promise<Dialled>
  /** Asks the carrier what became of a dial of which nothing is known. Fails retryably while it does not know either. */
  reconcileCall(input: LineOfCall): Promise<Dialled>
  /** What the carrier has told of the line so far; undefined for nothing. */
  lookAtLine(input: LineOfCall): Promise<LineNews | undefined>
  /** Has the carrier end the line and confirm it, unless it has said already that it is over. Idempotent. */
  endLine(input: LineOfCall): Promise<void>
}
export type MediaActivities = { conductCall(input: ConductInput): Promise<ConductResult> }

export const speechWorkflowType = 'speechWorkflow'
export const speechWorkflowId = (flowVersionId: string) => `speech/${flowVersionId}`
/** Ids only: the words stay in the flow. */
export const speechInput = z.object({ tenantId: z.uuid(), flowVersionId: z.uuid() })
export type SpeechInput = z.output<typeof speechInput>
/** How many texts a version can speak whose words are fixed, in all its languages and the rates of calls, and how many of them are made. */
export const speechResult = z.object({ texts: z.number().int(), ready: z.number().int() })
export type SpeechResult = z.output<typeof speechResult>
export type SpeechActivities = { prepareSpeech(input: SpeechInput): Promise<SpeechResult> }

/** How the client starts `speechWorkflow` when a version is published; once for each version. */
export function speechStartOptions(input: SpeechInput) {
  return {
    workflowId: speechWorkflowId(input.flowVersionId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [SpeechInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    staticSummary: 'Makes the speech of a published flow.',
    typedSearchAttributes: [keyword('tenantId', input.tenantId)],
  }
}

export const transcriptionWorkflowType = 'transcriptionWorkflow'
export const transcriptionWorkflowId = (callId: string) => `transcription/${callId}`
/** Ids only: the words go from the storage to the vendor and from there into the database. */
export type TranscriptionInput = { tenantId: string; callId: string }
/** `failureCode` is stable. */
export const transcriptionResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), turns: z.number().int() }),
  z.object({ outcome: z.literal('failed'), failureCode: z.string() }),
])
export type TranscriptionResult = z.output<typeof transcriptionResult>
export type TranscriptionActivities = {
  /** Has the recording heard anew and keeps what was heard in place of what was kept before. Idempotent. */
  transcribeRecording(input: TranscriptionInput): Promise<{ turns: number }>
}

/** How the client starts `transcriptionWorkflow`: finds the one that runs; one that is over is done again. */
export function transcriptionStartOptions(input: TranscriptionInput) {
  const { tenantId, callId } = input
  return {
    workflowId: transcriptionWorkflowId(callId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [TranscriptionInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    staticSummary: 'Transcribes the recording of a call.',
    typedSearchAttributes: [keyword('tenantId', tenantId), keyword('callId', callId)],
  }
}

export const campaignWorkflowType = 'campaignWorkflow'
export const campaignWorkflowId = (campaignId: string) => `campaign/${campaignId}`
type CampaignIds = { tenantId: string; campaignId: string; flowId: string }
type CampaignProgress = { started: number; outcomes: Record<string, number> }
/** Ids and limits only. `carried`: what the run before knew. */
export type CampaignInput = CampaignIds & {
  concurrentCalls: number
  /** After so many events of its history a campaign goes on in a new run. */
  longestHistory?: number | undefined
  carried?: { paused: boolean; inFlight: string[]; progress: CampaignProgress }
}

/** How a campaign is started, and started again when it is over and has new leads; finds the one that runs. */
export function campaignStartOptions(input: CampaignInput) {
  const { tenantId, campaignId, flowId } = input
  return {
    workflowId: campaignWorkflowId(campaignId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [CampaignInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    staticSummary: 'Calls the leads of a campaign.',
    typedSearchAttributes: [keyword('tenantId', tenantId), keyword('flowId', flowId), keyword('campaignId', campaignId)],
  }
}

export type CampaignState = CampaignProgress & { status: 'running' | 'paused' | 'stopped' | 'finished'; inFlight: number }

export const attemptWorkflowType = 'attemptWorkflow'
export type AttemptInput = CampaignIds & { attemptId: string; callId: string; leadId: string; number: number }

/**
 * One workflow for each dial of a lead, with the id of its call, which was written down with the attempt: it begins once. An attempt that never dialled is taken back,
 * and the next one has a call of its own.
 */
export function attemptStartOptions(input: AttemptInput) {
  const { tenantId, campaignId, flowId, callId, number } = input
  return {
    workflowId: callWorkflowId(callId),
    taskQueue: taskQueues.calls,
    args: [input] satisfies [AttemptInput],
    workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
    staticSummary: `Attempt ${number} of a lead.`,
    typedSearchAttributes: [
      keyword('tenantId', tenantId),
      keyword('flowId', flowId),
      keyword('campaignId', campaignId),
      keyword('callId', callId),
    ],
  }
}

export type AttemptOver = { attemptId: string; outcome: string }

/**
 * `begun`: attempts whose workflows were started. `nextAt`: when the next lead is worth a decision, epoch milliseconds; null when none waits. `paused`: the campaign
 * paused itself. `concurrentCalls`: as its settings say now.
 */
export type TakenAttempts = { begun: string[]; nextAt: number | null; paused?: true; concurrentCalls?: number }
export type CampaignActivities = {
  /** Decides about leads that are due, turns those to be called now into attempts, at most so many, and starts their workflows. */
  takeAttempts(input: { tenantId: string; campaignId: string; flowId: string; most: number }): Promise<TakenAttempts>
  /**
   * Which of the attempts in flight are over without having said so, and which were started anew because nobody carried them out. Ends those that are lost. `carriesOn`:
   * whether attempts are started.
   */
  reconcileAttempts(input: {
    tenantId: string
    campaignId: string
    flowId: string
    inFlight: string[]
    carriesOn: boolean
  }): Promise<{ over: { attemptId: string; outcome: string }[]; begun: string[] }>
  setCampaignStatus(input: { tenantId: string; campaignId: string; status: 'running' | 'paused' | 'stopped' | 'finished' }): Promise<void>
}
export type AttemptActivities = {
  /**
   * Takes a line, claims the one dial and has the carrier dial; null when the attempt must not dial, was withdrawn and its campaign told. Fails retryably while there is no
   * line. However often this runs, the carrier is asked once.
   */
  placeAttempt(input: AttemptOfCampaign): Promise<{ maxCallMs: number; ringMs: number; dialled: Dialled } | null>
  /**
   * Ends the attempt and its call (`callId`; absent: it never came to one), gives the line back and tells its campaign by signal, and those that paused themselves
   * because of it. `hasLine`: the carrier has to end the line before; false, and nothing of it is done, when it does not confirm that at once. Idempotent.
   */
  finishAttempt(input: AttemptOfCampaign & { callId?: string; result: ConductResult; hasLine?: boolean }): Promise<boolean>
}
export type AttemptOfCampaign = { tenantId: string; campaignId: string; attemptId: string }
