/** What workflows and everybody else call each other by: nothing of a schema, which every workflow would make anew. */

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

/** How much longer than its longest conversation a call may last, milliseconds: being answered and the last words are included. */
export const callGraceMs = 80_000

/** Update `hangUp` (validated: refused once the call is over); query `callState`. */
export const hangUpUpdate = 'hangUp'
/** Signal: a carrier's socket of this call is in the process that polls this queue. */
export const mediaArrivedSignal = 'mediaArrived'
/** Signal: the carrier says how a line of this call is; of the call's own line only what changes its course. `code`: a stable code of why it failed. `lineId`: of a colleague's line; absent: the call's own. */
export const lineStatusSignal = 'lineStatus'
/**
 * Update `callColleague`: dials the colleague's line, once, and answers when somebody took it or nobody will (refused once the call is over). Signal
 * `releaseColleague`: that line is ended. Lines nobody released are ended when the process that asked for them dies, and with the call.
 */
export const callColleagueUpdate = 'callColleague'
export const releaseColleagueSignal = 'releaseColleague'
export const callStateQuery = 'callState'
/** Updates without arguments; refused with CAMPAIGN_OVER, CAMPAIGN_PAUSED or CAMPAIGN_NOT_PAUSED. `addLeads`: there are new ones, look at once. */
export const campaignUpdates = { pause: 'pause', resume: 'resume', stop: 'stop', addLeads: 'addLeads' } as const
export const campaignStateQuery = 'campaignState'
/** Signal to the campaign: an attempt is over, its own or another by which it was paused. */
export const attemptOverSignal = 'attemptOver'
