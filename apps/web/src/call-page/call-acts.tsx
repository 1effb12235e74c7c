'use client'

import { ExternalLink, Eye, ListChecks, Map as MapIcon, Split } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import type { ReadCall } from './read-call-type.ts'
import { ScenarioDialog } from './scenario-dialog.tsx'

type CallActsProps = { data: ReadCall; position: number; revealing: boolean; onReveal: () => void }

/** What can be done with a call. A replay goes on where the recording stands. */
export function CallActs({ data, position, revealing, onReveal }: CallActsProps) {
  const t = useText()
  const [isMaking, setIsMaking] = useState(false)
  const { call, temporalUrl, personal } = data
  const at = position > 0 ? `?at=${position.toFixed(2)}` : ''
  return (
    <div className="ml-auto flex flex-wrap gap-2">
      <Button look="primary" asChild>
        <Link href={`/calls/${call.id}/replay${at}`} data-testid="replay">
          <MapIcon size={15} aria-hidden />
          {t.pastCalls.replay}
        </Link>
      </Button>
      <Button asChild>
        <Link href={`/calls/${call.id}/replay?on=draft`} data-testid="replay-draft">
          <Split size={15} aria-hidden />
          {t.pastCalls.replayDraft}
        </Link>
      </Button>
      <Button data-testid="make-scenario" disabled={call.status !== 'ended'} onClick={() => setIsMaking(true)}>
        <ListChecks size={15} aria-hidden />
        {t.pastCalls.makeScenario}
      </Button>
      <Button disabled={personal || revealing} title={t.callPage.maskedHint} data-testid="show-personal" onClick={onReveal}>
        <Eye size={15} aria-hidden />
        {personal ? t.callPage.showingPersonal : t.callPage.showPersonal}
      </Button>
      {temporalUrl && (
        <Button asChild>
          <a href={temporalUrl} target="_blank" rel="noreferrer" data-testid="open-in-temporal">
            <ExternalLink size={15} aria-hidden />
            {t.callPage.openInTemporal}
          </a>
        </Button>
      )}
      <ScenarioDialog call={call} open={isMaking} onClose={() => setIsMaking(false)} />
    </div>
  )
}
