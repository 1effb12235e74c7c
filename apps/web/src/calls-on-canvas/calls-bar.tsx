'use client'

import { Radio, Waypoints } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useCallback, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { LookButton } from './look-button.tsx'

const LiveLook = dynamic(() => import('./live-look.tsx').then((module) => module.LiveLook), { ssr: false })
const TrafficLook = dynamic(() => import('./traffic-look.tsx').then((module) => module.TrafficLook), { ssr: false })

type CallsBarProps = { flowId: string; published: { id: string; number: number } | null }

/** In the upper right corner of the canvas: calls that run now, or where past ones went, on the flow's nodes. */
export function CallsBar({ flowId, published }: CallsBarProps) {
  const t = useText()
  const [look, setLook] = useState<'live' | 'traffic'>()
  const toggle = (wanted: 'live' | 'traffic') => setLook((before) => (before === wanted ? undefined : wanted))
  const close = useCallback(() => setLook(undefined), [])
  return (
    <section
      aria-label={t.pastCalls.look}
      className="pointer-events-none absolute top-3 right-3 z-10 flex max-h-[calc(100%-5rem)] w-72 flex-col items-end gap-2"
    >
      <div className="pointer-events-auto flex gap-px rounded-lg border border-line bg-surface p-0.5 shadow-card">
        <LookButton
          look="live"
          icon={Radio}
          label={t.pastCalls.live}
          hint={t.pastCalls.liveHint}
          pressed={look === 'live'}
          onPress={() => toggle('live')}
        />
        <LookButton
          look="traffic"
          icon={Waypoints}
          label={t.pastCalls.dropOff}
          hint={t.pastCalls.dropOffHint}
          pressed={look === 'traffic'}
          onPress={() => toggle('traffic')}
        />
      </div>
      {look && (
        <div className="rise pointer-events-auto flex min-h-0 w-full flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-float">
          {look === 'live' && <LiveLook flowId={flowId} onTaken={close} />}
          {look === 'traffic' && <TrafficLook flowId={flowId} published={published} onTaken={close} />}
        </div>
      )}
    </section>
  )
}
