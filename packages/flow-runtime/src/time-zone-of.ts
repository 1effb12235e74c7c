import type { NodeContext } from './node-type.ts'

/** The IANA zone in which this call's dates and times are meant: the call's own, else the flow's. */
export const timeZoneOf = ({ head, state }: Pick<NodeContext, 'head' | 'state'>): string => state.facts.timeZone || head.settings.timeZone
