'use client'

import { useCallback, useEffect, useState } from 'react'
import { loader } from '../lib/loader.ts'
import { whenFree } from '../lib/when-free.ts'
import { Later } from './later.tsx'

export type Toast = { message: string; tone: 'good' | 'bad'; action?: { label: string; run: () => void } }

const host = loader(() => import('./toast-host.tsx'))
const waiting: Toast[] = []
const wait = (toast: Toast): void => {
  waiting.push(toast)
}
let show = wait

/** Shows a short message at the bottom; it leaves by itself, but not while it is pointed at or has the focus. */
export function toast(message: Toast): void {
  show(message)
}

/** Where messages appear; once on every page. What draws them is loaded once the page is free: it must be there when the network is gone. */
export function Toaster() {
  const [isFree, setFree] = useState(false)
  useEffect(() => whenFree(() => setFree(true)), [])
  const onReady = useCallback((shown: (toast: Toast) => void) => {
    show = shown
    for (const toast of waiting.splice(0)) shown(toast)
  }, [])
  useEffect(() => {
    return () => {
      show = wait
    }
  }, [])
  return isFree ? <Later of={host}>{({ ToastHost }) => <ToastHost onReady={onReady} />}</Later> : null
}
