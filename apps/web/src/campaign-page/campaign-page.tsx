'use client'

import { Users } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { useSheet } from '../ui/use-sheet.ts'
import type { CampaignFiguresNow, CampaignNow } from './campaign-data.ts'
import { CampaignHeader } from './campaign-header.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { LeadSheet } from './lead-sheet.tsx'
import { LeadsTab } from './leads-tab.tsx'
import { NextPanel } from './next-panel.tsx'
import { OutcomesPanel } from './outcomes-panel.tsx'
import { PacePanel } from './pace-panel.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import { useCampaign } from './use-campaign.ts'

const tabs = ['overview', 'leads'] as const

/** One campaign: where it stands, how it goes, who is called when, and its leads. */
export function CampaignPage({ campaignId }: { campaignId: string }) {
  const t = usePageText()
  const { page, figures, run } = useCampaign(campaignId)
  const lead = useSheet<string>()
  const tab = useSearchParams().get('tab') === 'leads' ? 'leads' : 'overview'
  const failed = page.error ?? figures.error
  return (
    <>
      {page.isPending && <LoadingRows rows={5} />}
      {failed && (
        <div className="mb-4">
          <ErrorState
            message={`${t.campaignPage.failed} ${errorSentence(t, errorCode(failed))}`}
            onRetry={() => void Promise.all([page.refetch(), figures.refetch()])}
          />
        </div>
      )}
      {page.data && (
        <>
          <CampaignHeader data={page.data} />
          <ProblemList data={page.data} run={run} />
          <nav aria-label={t.campaignPage.parts} className="mb-4 flex gap-1 border-line border-b">
            {tabs.map((name) => (
              <Link
                key={name}
                href={name === 'overview' ? `/campaigns/${campaignId}` : `/campaigns/${campaignId}?tab=${name}`}
                replace
                scroll={false}
                aria-current={tab === name ? 'page' : undefined}
                data-testid={`tab-${name}`}
                className={cn(
                  '-mb-px rounded-t border-transparent border-b-2 px-3 py-2 font-medium text-ink-2 hover:text-ink',
                  tab === name && 'border-ink text-ink',
                )}
              >
                {t.campaignPage.tabs[name]}
              </Link>
            ))}
          </nav>
          {!figures.data && !figures.isError && <LoadingRows rows={4} />}
          {figures.data && <Parts tab={tab} data={page.data} figures={figures.data} onOpen={lead.open} />}
        </>
      )}
      {lead.about && <LeadSheet key={lead.key} leadId={lead.about} open={lead.isOpen} onClose={lead.close} />}
    </>
  )
}

type PartsProps = { tab: (typeof tabs)[number]; data: CampaignNow; figures: CampaignFiguresNow; onOpen: (leadId: string) => void }

function Parts({ tab, data, figures, onOpen }: PartsProps) {
  const t = usePageText()
  const { id, status } = data.campaign
  if (figures.leads === 0) {
    return (
      <EmptyState icon={Users} title={t.campaignPage.noLeadsTitle} hint={typeset(t.campaignPage.noLeadsHint)}>
        {data.mayChange && (
          <Button look="primary" asChild>
            <Link href={`/campaigns/${id}/leads/import`}>{t.leadImport.title}</Link>
          </Button>
        )}
      </EmptyState>
    )
  }
  if (tab === 'leads') return <LeadsTab campaignId={id} mayChange={data.mayChange} onOpen={onOpen} />
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {status === 'draft' && <PreviewPanel campaignId={id} isDraft />}
      <FunnelPanel figures={figures} />
      <PacePanel data={data} />
      {status !== 'stopped' && status !== 'draft' && <NextPanel data={data} onOpen={onOpen} />}
      <OutcomesPanel figures={figures} />
      {(status === 'running' || status === 'paused') && <PreviewPanel campaignId={id} isDraft={false} />}
    </div>
  )
}
