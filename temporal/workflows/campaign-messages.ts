import { ApplicationFailure, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow'
import type { AttemptOver, CampaignState } from '../contract.ts'
import { attemptOverSignal, campaignStateQuery, campaignUpdates } from '../names.ts'

const refusal = (code: string, message: string) => ApplicationFailure.nonRetryable(message, code)
const refuseWhenOver = ({ status }: CampaignState) => {
  if (status === 'stopped' || status === 'finished') throw refusal('CAMPAIGN_OVER', 'The campaign is over already.')
}

type Campaign = {
  state: CampaignState
  over(attemptId: string, outcome: string): void
  news(): void
  note(status: 'running' | 'paused' | 'stopped'): Promise<void>
}

/** Answers the updates, the query and the reports of attempts. A status is in the database, and so in force for every line, before an update is answered. */
export function handleCampaignMessages({ state, over, news, note }: Campaign): void {
  let written: Promise<void> = Promise.resolve()
  /** One after the other, so that the last word is also the last written. */
  const inOrder = (write: () => Promise<void>): Promise<void> => {
    written = written.then(write, write)
    return written
  }
  const change = (name: 'pause' | 'resume' | 'stop', status: 'running' | 'paused' | 'stopped', validator: () => void) =>
    setHandler(
      defineUpdate<CampaignState>(campaignUpdates[name]),
      async () => {
        // Nobody is taken from here on who would not be taken there: running is said last, anything else first.
        if (status !== 'running') state.status = status
        await inOrder(() => note(status))
        if (status === 'running' && state.status === 'paused') state.status = status
        news()
        return { ...state }
      },
      { validator },
    )
  change('pause', 'paused', () => {
    refuseWhenOver(state)
    if (state.status === 'paused') throw refusal('CAMPAIGN_PAUSED', 'The campaign is paused already.')
  })
  change('resume', 'running', () => {
    refuseWhenOver(state)
    if (state.status !== 'paused') throw refusal('CAMPAIGN_NOT_PAUSED', 'The campaign is not paused.')
  })
  change('stop', 'stopped', () => refuseWhenOver(state))
  setHandler(
    defineUpdate<CampaignState>(campaignUpdates.addLeads),
    () => {
      news()
      return { ...state }
    },
    { validator: () => refuseWhenOver(state) },
  )
  setHandler(defineQuery<CampaignState>(campaignStateQuery), () => ({ ...state }))
  setHandler(defineSignal<[AttemptOver]>(attemptOverSignal), ({ attemptId, outcome }) => over(attemptId, outcome))
}
