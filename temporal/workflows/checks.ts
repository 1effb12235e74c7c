import { isCarrierStatus } from '@parley/carriers/call-status'
import type { CallColleagueInput, CallInput, CampaignInput, HangUpInput, LineNews } from '../contract.ts'

/** Whether what a workflow was told is what its type says. By hand: schemas would be made anew for every workflow, which costs more than all else it does. */

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const areIds = (...ids: readonly unknown[]): boolean => ids.every((id) => typeof id === 'string' && uuid.test(id))
const isPositive = (number: unknown): boolean => Number.isSafeInteger(number) && Number(number) > 0

/** One of a call by telephone or from a browser. */
export const isCallInput = ({ tenantId, callId, flowId, flowVersionId, channel, line, ringMs, maxCallMs, graceMs }: CallInput): boolean =>
  areIds(tenantId, callId, flowId, flowVersionId) &&
  ['browser', 'phone'].includes(channel) &&
  (line === undefined || ['inbound', 'outbound'].includes(line)) &&
  (ringMs === undefined || isPositive(ringMs)) &&
  isPositive(maxCallMs) &&
  (graceMs === undefined || graceMs === 0 || isPositive(graceMs))

export const isCampaignInput = ({ tenantId, campaignId, flowId, concurrentCalls, longestHistory }: CampaignInput): boolean =>
  areIds(tenantId, campaignId, flowId) && isPositive(concurrentCalls) && (longestHistory === undefined || isPositive(longestHistory))

export const isHangUpInput = (input: HangUpInput | undefined): boolean => input?.reason === 'operator' || input?.reason === 'studio'

export const isLineNews = (news: LineNews | undefined): boolean =>
  isCarrierStatus(news?.status) &&
  (news?.code === undefined || typeof news.code === 'string') &&
  (news?.lineId === undefined || areIds(news.lineId))

export const isColleagueInput = (input: CallColleagueInput | undefined): boolean =>
  areIds(input?.lineId) && isPositive(input?.ringMs) && isPositive(input?.maxCallMs)
