import type { CampaignHead } from '@parley/db'

/** What keeps a campaign from calling, whether it runs or not. */
export type CampaignProblem = 'unreadable' | 'connectionGone' | 'connectionOff' | 'numberGone' | 'noMediaProcess'

/** `capacity`: how many calls the media processes hold together. */
export function problemsOf({ settings, connection }: Pick<CampaignHead, 'settings' | 'connection'>, capacity: number): CampaignProblem[] {
  if (!settings) return ['unreadable']
  const problems: CampaignProblem[] = []
  if (!connection) problems.push('connectionGone')
  else if (!connection.isOn) problems.push('connectionOff')
  else if (!connection.isNumberThere) problems.push('numberGone')
  if (capacity === 0) problems.push('noMediaProcess')
  return problems
}
