import { carrierStatus } from '@parley/carriers/call-status'
import { callOutcomes } from '@parley/flow-runtime/call-outcomes'
import { z } from 'zod'

/** All that apps may import of temporal/: names, ids and schemas, without the workflow SDK. */

export const taskQueues = {
  /** Workflows and their short activities. */
  calls: 'parley-calls',
  /** `conductCall`: its slots are the admission control of the worker that holds the audio. */
  media: 'parley-media',
  /** `prepareSpeech`: beside the calls, in the processes that conduct them. */
  speech: 'parley-speech',
  /** Of one process: a carrier's socket is in it and nowhere else. */
  mediaOf: (processId: string) => `parley-media-${processId}`,
} as const

export const searchAttributes = ['tenantId', 'flowId', 'campaignId', 'callId', 'outcome'] as const

export const callWorkflowType = 'callWorkflow'
export const callWorkflowId = (callId: string) => `call/${callId}`
export const roomName = (callId: string) => `call-${callId}`
/** Identities in a call's room. A successor of a dead agent joins as the next attempt. */
export const contactIdentity = 'contact'
export const agentIdentity = (attempt: number) => `agent-${attempt}`

export const callOutcome = z.enum(callOutcomes)

/** How much longer than its longest conversation a call may last, milliseconds: being answered and the last words are included. */
export const callGraceMs = 80_000

/** Ids and limits only: no words, no personal data in a history. */
export const callInput = z.object({
  tenantId: z.uuid(),
  callId: z.uuid(),
  flowId: z.uuid(),
  flowVersionId: z.uuid(),
  /** browser: in a room · phone: on a carrier's media socket. */
  channel: z.enum(['browser', 'phone']),
  /**
   * Who holds the line of a call by telephone. inbound: a carrier that was called · outbound: a carrier that has to dial first · absent: nobody who
   * could be told to hang up.
   */
  line: z.enum(['inbound', 'outbound']).optional(),
  /** How long it rings before nobody is there, milliseconds; for outbound lines. */
  ringMs: z.number().int().positive().optional(),
  /** Hard limit of the whole conversation, milliseconds. */
  maxCallMs: z.number().int().positive(),
  /** How much longer the workflow waits before it ends the call itself; absent: `callGraceMs`. */
  graceMs: z.number().int().nonnegative().optional(),
})
export type CallInput = z.output<typeof callInput>

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
  channel: callInput.shape.channel.optional(),
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

/** Update `hangUp` (validated: refused once the call is over); query `callState`. */
export const hangUpUpdate = 'hangUp'
export const hangUpInput = z.object({ reason: z.enum(['operator', 'studio']) })
/** Signal: a carrier's socket of this call is in the process that polls this queue. */
export const mediaArrivedSignal = 'mediaArrived'
export const mediaArrived = z.object({ taskQueue: z.string().min(1) })
/** Signal: the carrier says how a line of this call is; of the call's own line only what changes its course. `code`: a stable code of why it failed. `lineId`: of a colleague's line; absent: the call's own. */
export const lineStatusSignal = 'lineStatus'
export const lineNews = z.object({ status: carrierStatus, code: z.string().max(100).optional(), lineId: z.uuid().optional() })
export type LineNews = z.output<typeof lineNews>
/**
 * Update `callColleague`: dials the colleague's line, once, and answers when somebody took it or nobody will (refused once the call is over). Signal
 * `releaseColleague`: that line is ended. Lines nobody released are ended when the process that asked for them dies, and with the call.
 */
export const callColleagueUpdate = 'callColleague'
export const callColleagueInput = z.object({
  lineId: z.uuid(),
  /** How long it rings and how long the line may last, milliseconds. */
  ringMs: z.number().int().positive(),
  maxCallMs: z.number().int().positive(),
})
export type CallColleagueInput = z.output<typeof callColleagueInput>
export const colleagueReached = z.object({
  outcome: z.enum(['answered', 'noAnswer', 'declined', 'failed']),
  /** Why it failed; stable. */
  code: z.string().optional(),
})
export type ColleagueReached = z.output<typeof colleagueReached>
export const releaseColleagueSignal = 'releaseColleague'
export const releaseColleagueInput = z.object({ lineId: z.uuid() })
export const callStateQuery = 'callState'
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
export const transcriptionInput = z.object({ tenantId: z.uuid(), callId: z.uuid() })
export type TranscriptionInput = z.output<typeof transcriptionInput>
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
const campaignIds = { tenantId: z.uuid(), campaignId: z.uuid(), flowId: z.uuid() }
const campaignProgress = z.object({ started: z.number().int(), outcomes: z.record(z.string(), z.number().int()) })
/** Ids and limits only. `carried`: what the run before knew. */
export const campaignInput = z.object({
  ...campaignIds,
  concurrentCalls: z.number().int().positive(),
  /** After so many events of its history a campaign goes on in a new run. */
  longestHistory: z.number().int().positive().optional(),
  carried: z.object({ paused: z.boolean(), inFlight: z.array(z.string()), progress: campaignProgress }).optional(),
})
export type CampaignInput = z.output<typeof campaignInput>

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

/** Updates without arguments; refused with CAMPAIGN_OVER, CAMPAIGN_PAUSED or CAMPAIGN_NOT_PAUSED. `addLeads`: there are new ones, look at once. */
export const campaignUpdates = { pause: 'pause', resume: 'resume', stop: 'stop', addLeads: 'addLeads' } as const
export const campaignStateQuery = 'campaignState'
export type CampaignState = z.output<typeof campaignProgress> & { status: 'running' | 'paused' | 'stopped' | 'finished'; inFlight: number }

export const attemptWorkflowType = 'attemptWorkflow'
export const attemptInput = z.object({
  ...campaignIds,
  attemptId: z.uuid(),
  callId: z.uuid(),
  leadId: z.uuid(),
  number: z.number().int().positive(),
})
export type AttemptInput = z.output<typeof attemptInput>

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

/** Signal to the campaign: an attempt is over, its own or another by which it was paused. */
export const attemptOverSignal = 'attemptOver'
export const attemptOver = z.object({ attemptId: z.string(), outcome: z.string() })

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
   * because of it. Idempotent.
   */
  finishAttempt(input: AttemptOfCampaign & { callId?: string; result: ConductResult }): Promise<void>
}
export type AttemptOfCampaign = { tenantId: string; campaignId: string; attemptId: string }
