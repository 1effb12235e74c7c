'use client'

import type { Flow } from '@parley/flow-runtime'
import { useCallback, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { toast } from '../../ui/toast.tsx'
import { nodeTitle } from '../node-words.ts'
import type { TheirDraft } from '../state/autosave.ts'
import type { EditorStore } from '../state/editor-store.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { changedPlaces } from './changed-places.ts'
import type { Note } from './conflict-notes.tsx'

const namedPlaces = 2

type Merging = {
  merge: (base: Flow, theirs: TheirDraft) => Flow
  /** What both have written and nobody has decided yet. */
  notes: readonly Note[]
  dismiss: (id: number) => void
}

/** Merges another draft into the open one and says whose changes came in. */
export function useMerge(store: EditorStore): Merging {
  const t = useText()
  const locale = useLocale()
  const [notes, setNotes] = useState<readonly Note[]>([])
  const nextId = useRef(1)
  const merge = useCallback(
    (base: Flow, { document, by }: TheirDraft) => {
      const before = store.getState().history.flow
      const { flow, conflicts, kept } = store.takeOthers(base, document)
      const who = by?.name ?? t.sharing.somebody
      const places = changedPlaces(before, flow, locale)
      if (places.length > 0)
        toast({ tone: 'good', message: t.sharing.changed(who, places.slice(0, namedPlaces).join(', '), places.length - namedPlaces) })
      else if (flow !== before) toast({ tone: 'good', message: t.sharing.changedFlow(who) })
      for (const id of kept) {
        const node = nodeById(flow, id)
        if (node) toast({ tone: 'good', message: t.sharing.keptNode(nodeTitle(node, locale)) })
      }
      const added = conflicts.map((conflict): Note => ({ id: nextId.current++, who, conflict }))
      const written = new Set(added.map(placeOf))
      if (added.length > 0) setNotes((before) => [...before.filter((note) => !written.has(placeOf(note))), ...added])
      return flow
    },
    [store, t, locale],
  )
  const dismiss = useCallback((id: number) => setNotes((before) => before.filter((note) => note.id !== id)), [])
  return { merge, notes, dismiss }
}

const placeOf = ({ conflict }: Note) => JSON.stringify([conflict.nodeId, conflict.field])
