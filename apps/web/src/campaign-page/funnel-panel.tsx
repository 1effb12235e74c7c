'use client'

import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Panel } from '../ui/panel.tsx'
import { ShareBar } from './bars.tsx'
import type { CampaignFiguresNow } from './campaign-data.ts'

/** From the leads to those who were reached, each step with its share of all leads; and where the others are. */
export function FunnelPanel({ figures }: { figures: CampaignFiguresNow }) {
  const t = usePageText()
  const locale = useLocale()
  const { funnel, funnelHints, states } = t.campaignPage
  const { leads } = figures
  const reached = figures.states.find(({ state }) => state === 'reached')?.leads ?? 0
  const steps = [
    { name: 'leads', value: leads, tone: 'bg-logic' },
    { name: 'called', value: figures.called, tone: 'bg-speak' },
    { name: 'answered', value: figures.answered, tone: 'bg-listen' },
    { name: 'reached', value: reached, tone: 'bg-do' },
  ] as const
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Panel title={t.campaignPage.funnelTitle} hint={t.campaignPage.funnelHint}>
      <dl className="flex flex-col gap-3" data-testid="funnel">
        {steps.map(({ name, value, tone }) => (
          <div key={name} className="grid grid-cols-[1fr_auto_3rem] items-baseline gap-x-2 gap-y-1">
            <dt title={funnelHints[name]}>{funnel[name]}</dt>
            <dd className="font-semibold tabular-nums" data-testid={`funnel-${name}`}>
              {value.toLocaleString(locale)}
            </dd>
            <dd className="text-right text-ink-3 text-xs tabular-nums">{leads > 0 ? percent.format(value / leads) : '–'}</dd>
            <dd className="col-span-3">
              <ShareBar share={leads > 0 ? value / leads : 0} tone={tone} />
            </dd>
          </div>
        ))}
      </dl>
      <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs" data-testid="lead-states">
        {figures.states.map(({ state, leads: count }) => (
          <li key={state}>
            {states[state]}: <span className="font-medium tabular-nums">{count.toLocaleString(locale)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
