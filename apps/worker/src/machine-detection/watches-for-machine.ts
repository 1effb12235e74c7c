import type { CallFacts, Flow, Language } from '@parley/flow-runtime'

/** Whom we call may not be there; a flow that says what to do with a machine wants to know too. */
export const watchesForMachine = ({ nodes }: Pick<Flow, 'nodes'>, { direction }: Pick<CallFacts, 'direction'>): boolean =>
  direction === 'outbound' || nodes.some(({ type }) => type === 'machine')

/** The language in which a machine is expected to greet. */
export const languageOf = ({ languages }: Pick<Flow, 'languages'>, { language }: Pick<CallFacts, 'language'>): Language =>
  language ?? languages[0] ?? 'en'
