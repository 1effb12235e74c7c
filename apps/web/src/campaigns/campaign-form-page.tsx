'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import type { Telephony } from '../numbers/telephony-types.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { CampaignForm } from './campaign-form.tsx'

/** Makes a campaign, or changes one; says what is missing first. */
export function CampaignFormPage({ campaignId }: { campaignId?: string }) {
  const t = usePageText()
  const trpc = useTRPC()
  const telephony = useQuery(trpc.telephony.list.queryOptions())
  const stored = useQuery(trpc.campaigns.get.queryOptions({ campaignId: campaignId ?? '' }, { enabled: campaignId !== undefined }))
  const failed = telephony.error ?? stored.error
  const isThere = telephony.data && (campaignId === undefined || stored.data)
  const mayCall = telephony.data?.mayCall ?? false
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="mb-5 font-semibold text-xl tracking-tight">
        {stored.data ? typeset(t.campaigns.change(stored.data.name)) : t.campaigns.newCampaign}
      </h1>
      {!failed && !isThere && <LoadingRows rows={5} />}
      {failed && (
        <ErrorState
          message={typeset(errorSentence(t, errorCode(failed)))}
          onRetry={() => void Promise.all([telephony.refetch(), campaignId === undefined || stored.refetch()])}
        />
      )}
      {!failed && isThere && !mayCall && <p className="rounded-lg bg-sunken px-4 py-2.5 text-ink-2">{t.campaigns.readOnly}</p>}
      {!failed && isThere && mayCall && (
        <FormOrMissing telephony={telephony.data}>
          <CampaignForm stored={stored.data} telephony={telephony.data} />
        </FormOrMissing>
      )}
    </div>
  )
}

/** A campaign needs a number and a published flow: where they come from stands in its place until they are there. */
function FormOrMissing({ telephony, children }: { telephony: Telephony; children: React.ReactNode }) {
  const t = usePageText()
  const missing = [
    telephony.numbers.length === 0 && { words: t.campaigns.noNumber, href: '/numbers', link: t.campaigns.toNumbers },
    telephony.flows.every(({ publishedNumber }) => publishedNumber === null) && {
      words: t.campaigns.noFlow,
      href: '/flows',
      link: t.campaigns.toFlows,
    },
  ].filter((one) => one !== false)
  if (missing.length === 0) return children
  return missing.map(({ words, href, link }) => (
    <p key={href} data-testid="campaign-missing" className="mb-3 rounded-lg bg-sunken px-4 py-3">
      {typeset(words)}{' '}
      <Link href={href} className="rounded font-medium underline underline-offset-2">
        {link}
      </Link>
    </p>
  ))
}
