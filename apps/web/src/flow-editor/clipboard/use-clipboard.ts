'use client'

import { useReactFlow } from '@xyflow/react'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { errorSentence } from '../../trpc/error-code.ts'
import { toast } from '../../ui/toast.tsx'
import { boxAround, boxOf } from '../arrange/box-of.ts'
import { removeSelected } from '../arrange/remove-selected.ts'
import { isElsewhere, isTyping } from '../keys/focus.ts'
import { middleOfCanvas } from '../keys/middle-of-canvas.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { clipOf, readClip } from './clip.ts'
import { pasteAt } from './paste-clip.ts'

const durationMs = 140

/** Copy, cut and paste of what is selected, through the system clipboard: by its keys, and as acts for menus. */
export function useClipboard() {
  const t = useText()
  const store = useEditorStore()
  const { screenToFlowPosition, getZoom, setCenter } = useReactFlow()
  const pointer = useRef<{ x: number; y: number }>(undefined)

  /** Moves the canvas to what was added, where that is out of sight. */
  const reveal = useCallback(
    (ids: readonly string[]) => {
      const { flow } = store.getState().history
      const around = boxAround(ids.flatMap((id) => boxOf(flow, id) ?? []))
      const seen = document.querySelector('.react-flow')?.getBoundingClientRect()
      if (!around || !seen) return
      const [from, to] = [screenToFlowPosition({ x: seen.left, y: seen.top }), screenToFlowPosition({ x: seen.right, y: seen.bottom })]
      const isSeen = around.x >= from.x && around.y >= from.y && around.x + around.width <= to.x && around.y + around.height <= to.y
      if (isSeen) return
      const zoom = getZoom() * Math.min(1, (to.x - from.x) / (around.width + 80), (to.y - from.y) / (around.height + 80))
      void setCenter(around.x + around.width / 2, around.y + around.height / 2, { zoom, duration: durationMs })
    },
    [store, screenToFlowPosition, getZoom, setCenter],
  )

  const textOfSelected = useCallback(() => {
    const { history, selected } = store.getState()
    const clip = clipOf(history.flow, selected)
    if (!clip) return undefined
    toast({ tone: 'good', message: t.canvasEdit.copied(clip.nodes.length + clip.notes.length) })
    return JSON.stringify(clip, null, 2)
  }, [store, t])

  const removeCut = useCallback(() => {
    const { history, selected } = store.getState()
    store.edit(removeSelected(history.flow, selected), { label: 'cut' })
  }, [store])

  const pasteText = useCallback(
    (text: string) => {
      const read = readClip(text)
      if (!read.ok) {
        const where = read.detail ? ` ${t.canvasEdit.brokenAt(read.detail)}` : ''
        return toast({ tone: 'bad', message: errorSentence(t, read.code) + where })
      }
      const at = screenToFlowPosition(pointer.current ?? middleOfCanvas())
      const { operation, ids } = pasteAt(store.getState().history.flow, read.clip, at)
      store.edit(operation, { label: 'paste' })
      store.select(ids)
      reveal(ids)
    },
    [store, t, screenToFlowPosition, reveal],
  )

  // Together with the page, as the other keys.
  useLayoutEffect(() => {
    const isOurs = (target: EventTarget | null) =>
      !isTyping(target) && !isElsewhere(target) && (document.getSelection()?.isCollapsed ?? true)
    const onCopy = (event: ClipboardEvent) => {
      const text = isOurs(event.target) ? textOfSelected() : undefined
      if (text === undefined) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
      if (event.type === 'cut') removeCut()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || isElsewhere(event.target)) return
      event.preventDefault()
      pasteText(event.clipboardData?.getData('text/plain') ?? '')
    }
    const onPointerMove = ({ target, clientX, clientY }: PointerEvent) => {
      pointer.current = target instanceof Element && target.closest('.react-flow') ? { x: clientX, y: clientY } : undefined
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    document.addEventListener('pointermove', onPointerMove)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('pointermove', onPointerMove)
    }
  }, [textOfSelected, removeCut, pasteText])

  const refused = () => toast({ tone: 'bad', message: t.errors.CLIPBOARD_REFUSED })
  const write = async () => {
    const text = textOfSelected()
    if (text !== undefined) await navigator.clipboard.writeText(text)
  }
  return {
    copy: () => void write().catch(refused),
    cut: () => void write().then(removeCut, refused),
    paste: () => void navigator.clipboard.readText().then(pasteText, refused),
    reveal,
  }
}
