import type { CallFacts, Flow, Language } from '@parley/flow-runtime'

/** Whom we call may not be there, unless their campaign talks to machines too; a flow that says what to do with a machine wants to know as well. */
export const watchesForMachine = (
  { nodes }: Pick<Flow, 'nodes'>,
  { direction, machines }: Pick<CallFacts, 'direction' | 'machines'>,
): boolean => machines !== 'talk' && (direction === 'outbound' || nodes.some(({ type }) => type === 'machine'))

/** The language in which a machine is expected to greet. */
export const languageOf = ({ languages }: Pick<Flow, 'languages'>, { language }: Pick<CallFacts, 'language'>): Language =>
  language ?? languages[0] ?? 'en'
