'use client'

import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { type DrawerTab, drawerTabs } from './use-drawer-tab.ts'

export const panelId = (tab: DrawerTab) => `test-panel-${tab}`

/** Text, voice, scenarios: arrow keys move between them. */
export function DrawerTabs({ tab, open, onChoose }: { tab: DrawerTab; open: boolean; onChoose: (tab: DrawerTab) => void }) {
  const t = useText()
  const move = (by: number) => {
    const next = drawerTabs[(drawerTabs.indexOf(tab) + by + drawerTabs.length) % drawerTabs.length]
    if (!next) return
    onChoose(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={t.testDrawer.tabsOf} className="flex gap-0.5">
      {drawerTabs.map((name) => {
        const isChosen = open && name === tab
        return (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={isChosen}
            aria-controls={open ? panelId(name) : undefined}
            tabIndex={name === tab ? 0 : -1}
            data-testid={`tab-${name}`}
            className={cn('h-7 rounded-md px-2 text-xs hover:bg-hover', isChosen ? 'bg-hover font-semibold text-ink' : 'text-ink-2')}
            onClick={() => onChoose(name)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(1)
              if (event.key === 'ArrowLeft') move(-1)
            }}
          >
            {t.testDrawer.tabs[name]}
          </button>
        )
      })}
    </div>
  )
}
