const carrierStatuses = ['initiated', 'ringing', 'in-progress', 'completed', 'no-answer', 'busy', 'failed'] as const
/** Where a telephone call is, the same for every carrier. */
export type CarrierStatus = (typeof carrierStatuses)[number]

/** Whether somebody else's word is one of them. */
export const isCarrierStatus = (word: unknown): word is CarrierStatus => carrierStatuses.some((status) => status === word)

const rank: Record<CarrierStatus, number> = {
  initiated: 0,
  ringing: 1,
  'in-progress': 2,
  completed: 3,
  'no-answer': 3,
  busy: 3,
  failed: 3,
}

/** The call is over for good. */
export const isOver = (status: CarrierStatus): boolean => rank[status] === 3

/** What is known after news of a call: late, doubled and reordered news never lead back, and the first end stands. */
export const laterStatus = (known: CarrierStatus | undefined, news: CarrierStatus): CarrierStatus =>
  known === undefined || rank[news] > rank[known] ? news : known

/** The statuses after which this one is news. */
export const earlierStatuses = (status: CarrierStatus): CarrierStatus[] => carrierStatuses.filter((earlier) => rank[earlier] < rank[status])
