'use client'

import { type KeyboardEvent, useCallback, useRef, useState } from 'react'

type RowKeys = {
  total: number
  pageRows: number
  show: (index: number) => void
  open: (index: number) => void
  select: (index: number) => void
}

/** One row of a long list has the focus: arrows, Page, Home and End move it, Enter opens, x or space selects. The row need not exist when it is asked for. */
export function useRowKeys({ total, pageRows, show, open, select }: RowKeys) {
  const [at, setAt] = useState(0)
  const wanted = useRef<number>(undefined)
  const rowRef = useCallback(
    (index: number) => (row: HTMLElement | null) => {
      if (row && wanted.current === index) {
        wanted.current = undefined
        row.focus({ preventScroll: true })
      }
    },
    [],
  )
  const go = (index: number) => {
    const to = Math.min(total - 1, Math.max(0, index))
    wanted.current = to
    setAt(to)
    show(to)
  }
  const steps: Record<string, number | undefined> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageRows,
    PageUp: at - pageRows,
    Home: 0,
    End: total - 1,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const to = steps[event.key]
    if (to !== undefined) go(to)
    else if (event.key === 'Enter') open(at)
    else if (event.key === 'x' || event.key === ' ') select(at)
    else return
    event.preventDefault()
  }
  return { at: Math.min(at, Math.max(0, total - 1)), setAt, rowRef, onKeyDown }
}
