import * as z from 'zod'
import type { AnyNodeType } from './node-type.ts'

/**
 * What stands in for the type of a node that this release does not know. Only drafts can hold such nodes (`readFlow` with
 * `unknownNodes: 'kept'`): they are shown, moved and saved, never published and never run.
 */
export const unknownNodeType: AnyNodeType = {
  type: 'unknown',
  config: z.looseObject({}),
  memory: z.null(),
  editor: {
    title: { en: 'Unknown node', fr: 'Nœud inconnu' },
    icon: 'circle-help',
    group: 'logic',
    help: {
      en: 'This node comes from another release of Parley.\nIt is kept as it is.\nUpdate Parley to change it.',
      fr: 'Ce nœud vient d’une autre version de Parley.\nIl est conservé tel quel.\nMettez Parley à jour pour le modifier.',
    },
    fields: {},
  },
  listens: true,
  endsCall: true,
  outcomes: () => [],
  speaks: () => [],
  enter: () => ({ end: { outcome: 'failed', lastLine: '', hangUp: true } }),
  on: () => ({}),
}
