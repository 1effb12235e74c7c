'use client'

import { CirclePause, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import type { CampaignNow } from './campaign-data.ts'

type Problem = CampaignNow['problems'][number] | 'runLost' | 'runUnknown'
const atNumbers: readonly Problem[] = ['connectionGone', 'connectionOff', 'numberGone']

/** What keeps a campaign from calling, and why it paused itself, one sentence each with what to do; nothing when all is well or the campaign is over. */
export function ProblemList({ data, run }: { data: CampaignNow; run: 'there' | 'lost' | 'unknown' | 'notNeeded' | undefined }) {
  const t = usePageText()
  const { words } = useDateWords()
  const found: Problem[] = [...data.problems]
  if (run === 'lost') found.push('runLost')
  if (run === 'unknown') found.push('runUnknown')
  const { status, pausedBecause } = data.campaign
  if (status === 'stopped' || status === 'finished' || (found.length === 0 && !pausedBecause)) return null
  return (
    <section
      data-testid="campaign-problems"
      aria-label={t.campaignPage.problemsTitle}
      className="mb-4 rounded-xl border border-call/50 bg-call-soft p-4"
    >
      <ul className="flex flex-col gap-2">
        {pausedBecause && (
          <li className="flex gap-3" data-testid="paused-itself">
            <CirclePause size={16} className="mt-0.5 shrink-0 text-call" aria-hidden />
            <p className="max-w-3xl">
              {typeset(`${t.campaignPage.pausedItself(words(pausedBecause.at))} ${t.campaignPauses[pausedBecause.code]}`)}
            </p>
          </li>
        )}
        {found.map((problem) => (
          <li key={problem} className="flex gap-3">
            <TriangleAlert size={16} className="mt-0.5 shrink-0 text-call" aria-hidden />
            <p className="max-w-3xl">
              {typeset(t.campaignPage.problems[problem])}{' '}
              {atNumbers.includes(problem) && (
                <Link href="/numbers" className="rounded underline underline-offset-2">
                  {t.dialling.toNumbers}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
