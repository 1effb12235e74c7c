'use client'

import { useText } from '../../i18n/text-provider.tsx'
import { type Alignment, type Axis, alignNodes, distributeNodes } from '../arrange/align.ts'
import { useLayOut } from '../layout/use-lay-out.ts'
import { frameAround } from '../notes/note-edits.ts'
import { useEditorStore } from '../state/use-editor.tsx'

/** Lines, distances and frames for what is selected. */
export function useArrangeActs() {
  const t = useText()
  const store = useEditorStore()
  const layOut = useLayOut()
  const align = (alignment: Alignment) => () => {
    const { history, selected } = store.getState()
    if (selected.length < 2) return false
    store.edit(alignNodes(history.flow, selected, alignment), { label: 'align' })
  }
  const distribute = (axis: Axis) => () => {
    const { history, selected } = store.getState()
    if (selected.length < 3) return false
    store.edit(distributeNodes(history.flow, selected, axis), { label: 'distribute' })
  }
  return {
    layOut: () => void layOut(),
    ...{ alignLeft: align('left'), alignCentre: align('centre'), alignRight: align('right') },
    ...{ alignTop: align('top'), alignMiddle: align('middle'), alignBottom: align('bottom') },
    ...{ distributeAcross: distribute('across'), distributeDown: distribute('down') },
    frame() {
      const { history, selected } = store.getState()
      const framed = frameAround(history.flow, selected, t.canvasEdit.frameTitle)
      if (!framed) return false
      store.edit(framed.operation, { label: 'frame' })
      store.set({ selected: [framed.id], writing: framed.id })
    },
  }
}
