'use client'

import { useEffect, useState } from 'react'

export const drawerTabs = ['text', 'voice', 'scenarios'] as const
export type DrawerTab = (typeof drawerTabs)[number]

const kept = 'parley-test-tab'

/** Which way to test is open; remembered in this browser. */
export function useDrawerTab() {
  const [tab, setTab] = useState<DrawerTab>('text')
  useEffect(() => {
    const stored = drawerTabs.find((name) => name === localStorage.getItem(kept))
    if (stored) setTab(stored)
  }, [])
  const choose = (next: DrawerTab) => {
    localStorage.setItem(kept, next)
    setTab(next)
  }
  return { tab, choose }
}
