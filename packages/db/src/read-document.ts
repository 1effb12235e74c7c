import { type Flow, type Language, type ReadProblem, readFlow } from '@parley/flow-runtime'

/** What a stored document holds: the flow in today's form, or null and what stands against reading it. */
export type ReadDocument = { document: Flow } | { document: null; problems: readonly ReadProblem[] }

/**
 * A row with its document read. Fields that this release does not know stay in the flow, so that saving it loses nothing; one that
 * cannot be read stays in the database as it is. `unknownNodes: 'kept'` for drafts: a node of an unknown type does not keep them shut. The problems are in the language of `locale`.
 */
export function withDocument<T extends object>(
  { document, ...row }: T & { document: unknown },
  { locale, unknownNodes }: { locale?: Language; unknownNodes?: 'kept' } = {},
) {
  const read = readFlow(document, { locale, unknownNodes })
  const result: ReadDocument = read.ok ? { document: read.flow } : { document: null, problems: read.problems }
  return { ...row, ...result }
}
