import { getCall, getFlow, getFlowVersion, readJournal } from '@parley/db'
import { backtest as backtestOf, type Passage } from '@parley/flow-runtime/scenarios'
import { preferences } from '../../i18n/server-locale.ts'
import { AppError } from '../app-error.ts'
import { localEngine } from '../local-engine.ts'
import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'

import { personalNames } from './personal-names.ts'
import { wordMask } from './word-mask.ts'

/**
 * What the caller of a past call said, through the draft of today: where it would go another way. The draft comes with it, so that both
 * are of one moment. Personal values are masked as on the call page.
 */
export const backtest = procedure.input(callIdInput).query(async ({ ctx, input: { callId } }) => {
  const { db, tenantId } = ctx
  const { locale } = await preferences()
  const call = await getCall(db, tenantId, callId)
  if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  const [flow, version, entries] = await Promise.all([
    getFlow(db, tenantId, call.flowId, locale),
    getFlowVersion(db, tenantId, call.flowVersionId),
    readJournal(db, tenantId, callId),
  ])
  if (!flow) throw new AppError('FLOW_NOT_FOUND', 'NOT_FOUND')
  const draft = flow.document
  if (!draft) throw new AppError('FLOW_UNREADABLE')
  const result = await backtestOf(draft, entries, { understand: (request) => localEngine().understand(request), locale })
  if (!result) throw new AppError('CALL_NEVER_BEGAN')
  const masked = wordMask(entries, new Set([...personalNames(version?.document ?? null, entries), ...personalNames(draft, entries)]))
  const passage = ({ node, words }: Passage): Passage => ({ node, words: masked(words) })
  const difference = result.firstDifference
  return {
    ...result,
    firstDifference: difference && {
      turn: difference.turn,
      contactSaid: masked(difference.contactSaid),
      before: passage(difference.before),
      after: passage(difference.after),
    },
    stopped: result.stopped === undefined ? undefined : masked(result.stopped),
    draft,
  }
})
