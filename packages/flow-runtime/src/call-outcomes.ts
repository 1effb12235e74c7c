/**
 * Every way a call can end. `busy` and most of `noAnswer` are the carrier's word, before there is a conversation; `machine`: a machine answered and the flow dealt
 * with it.
 */
export const callOutcomes = [
  'completed',
  'transferred',
  'hungUp',
  'noAnswer',
  'busy',
  'machine',
  'silent',
  'timeLimit',
  'cancelled',
  'failed',
] as const
export type CallOutcome = (typeof callOutcomes)[number]
