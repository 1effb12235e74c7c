import { copyNodes, type Flow, flow as flowSchema, readLimits } from '@parley/flow-runtime'
import { z } from 'zod'
import type { ErrorCode } from '../../server/app-error.ts'
import { noteIdOf } from '../notes/note-size.ts'

const { nodes, edges, notes, variables, intents, subflows } = flowSchema.shape

/** Cards and notes on their way from one place to another, with what the nodes use: readable JSON in the system clipboard. */
const clip = z.object({ parley: z.literal('nodes'), version: z.literal(1), nodes, edges, notes, variables, intents, subflows })
export type Clip = z.output<typeof clip>

/** Some cards and notes of a flow, by their ids on the canvas; undefined when none of them is there. */
export function clipOf(flow: Flow, ids: readonly string[]): Clip | undefined {
  const copied = copyNodes(flow, ids)
  const noteIds = new Set(ids.flatMap((id) => noteIdOf(id) ?? []))
  const copiedNotes = flow.notes.filter(({ id }) => noteIds.has(id))
  if (!copied && copiedNotes.length === 0) return undefined
  const runs = copied?.nodes.some(({ type }) => type === 'subflow') ?? false
  return {
    ...{ parley: 'nodes', version: 1 },
    ...{ nodes: copied?.nodes ?? [], edges: copied?.edges ?? [], notes: copiedNotes },
    ...{ variables: copied?.variables ?? [], intents: copied?.intents ?? [] },
    subflows: runs ? flow.subflows : {},
  }
}

type ReadClip = { ok: true; clip: Clip } | { ok: false; code: ErrorCode; detail?: string }

/** What a clipboard's text holds, or why it cannot be pasted here. */
export function readClip(text: string): ReadClip {
  if (text.trim() === '') return { ok: false, code: 'CLIPBOARD_EMPTY' }
  if (text.length > readLimits.characters) return { ok: false, code: 'CLIPBOARD_FOREIGN' }
  const value = parsed(text)
  const head = z.object({ parley: z.literal('nodes'), version: z.number() }).safeParse(value)
  if (!head.success) return { ok: false, code: text.includes('"parley"') ? 'CLIPBOARD_BROKEN' : 'CLIPBOARD_FOREIGN' }
  if (head.data.version > 1) return { ok: false, code: 'CLIPBOARD_NEWER' }
  const read = clip.safeParse(value)
  if (read.success && read.data.nodes.length <= readLimits.nodes && read.data.edges.length <= readLimits.edges)
    return { ok: true, clip: read.data }
  return { ok: false, code: 'CLIPBOARD_BROKEN', detail: read.error?.issues[0]?.path.join('.') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
