'use client'

import { CircleCheck, FilePen, PhoneCall } from 'lucide-react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Panel } from '../ui/panel.tsx'
import { HomeLine } from './home-line.tsx'
import type { ReadHome } from './read-home.ts'

const mostShown = 6

/** Drafts that calls do not use yet, and flows nobody has called. */
export function NextSteps({ flows }: { flows: ReadHome['flows'] }) {
  const t = usePageText()
  const steps = flows.flatMap(({ id, name, versionId, isChanged, hasCalls }) => {
    if (versionId === null) return [{ id, icon: FilePen, text: t.home.neverPublished(name) }]
    if (isChanged) return [{ id, icon: FilePen, text: t.home.publishDraft(name) }]
    return hasCalls ? [] : [{ id, icon: PhoneCall, text: t.home.neverCalled(name) }]
  })
  return (
    <Panel title={t.home.next}>
      {steps.length === 0 && (
        <p className="flex gap-2.5 text-ink-2">
          <CircleCheck size={15} className="mt-0.5 shrink-0 text-do" aria-hidden />
          {t.home.nothingToDo}
        </p>
      )}
      <ul data-testid="home-next">
        {steps.slice(0, mostShown).map(({ id, icon, text }) => (
          <HomeLine key={id} icon={icon} text={text} href={`/flows/${id}`} action={t.home.open} />
        ))}
      </ul>
    </Panel>
  )
}
