'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import type { Telephony } from '../numbers/telephony-types.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import { type CampaignFaults, campaignDraftOf, faultsOf, newCampaignDraft, settingsOf } from './campaign-draft.ts'
import type { StoredCampaign } from './campaign-types.ts'
import { delayWords } from './delay-words.ts'
import { FaultLine } from './fault-line.tsx'
import { LimitsSection } from './limits-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { RetriesSection } from './retries-section.tsx'
import { ScheduleSection } from './schedule-section.tsx'
import { WhatCalls } from './what-calls.tsx'

/** `stored`: the campaign that is changed; absent: a new one. */
type CampaignFormProps = { stored?: StoredCampaign; telephony: Telephony }

/** Everything about a campaign apart from its leads. Name, flow and number suffice; the rest has good values and is folded away. */
export function CampaignForm({ stored, telephony }: CampaignFormProps) {
  const t = usePageText()
  const formId = useId()
  const router = useRouter()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const published = telephony.flows.filter(({ publishedNumber }) => publishedNumber !== null)
  const [draft, setDraft] = useState(() =>
    stored
      ? campaignDraftOf(stored.name, stored.settings, (delays) => delayWords(delays, t.campaigns))
      : newCampaignDraft(telephony.numbers[0], published[0]?.id ?? '', t.campaigns.units.days),
  )
  const [faults, setFaults] = useState<CampaignFaults>({})
  const versions = useQuery(trpc.flows.versions.queryOptions({ flowId: draft.flowId }, { enabled: draft.flowId !== '' }))
  const then = (address: (campaignId: string) => string) => ({
    async onSuccess({ campaignId }: { campaignId: string }) {
      toast({ tone: 'good', message: typeset(t.campaigns.saved(draft.name.trim())) })
      await queryClient.invalidateQueries({ queryKey: trpc.campaigns.pathKey() })
      router.push(address(campaignId))
    },
  })
  const create = useMutation(trpc.campaigns.create.mutationOptions(then((id) => `/campaigns/${id}/leads/import`)))
  const update = useMutation(trpc.campaigns.update.mutationOptions(then((id) => `/campaigns/${id}`)))
  const error = create.error ?? update.error ?? versions.error
  const sentence = (part: keyof CampaignFaults) => {
    const fault = faults[part]
    return fault && t.campaigns[fault]
  }
  const section = (part: keyof CampaignFaults) => ({ draft, fault: sentence(part), set })

  function set(change: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...change }))
    setFaults({})
    create.reset()
    update.reset()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = faultsOf(draft)
    setFaults(found)
    const version = draft.flowVersionId || versions.data?.[0]?.id
    if (Object.keys(found).length > 0 || !version) return
    const input = { name: draft.name.trim(), settings: settingsOf(draft, version, stored?.settings) }
    if (stored) update.mutate({ ...input, campaignId: stored.id })
    else create.mutate(input)
  }

  return (
    <form id={formId} onSubmit={submit} className="flex flex-col gap-4" data-testid="campaign-form" noValidate>
      <WhatCalls
        {...{ draft, set, telephony, flows: published, versions: versions.data ?? [] }}
        isFlowFixed={stored !== undefined && stored.status !== 'draft'}
        fault={sentence('name')}
      />
      <ScheduleSection {...section('hours')} />
      <LimitsSection {...section('limits')} />
      <RetriesSection {...section('retries')} />
      <PeopleSection draft={draft} set={set} />
      <FaultLine fault={error ? typeset(errorSentence(t, errorCode(error))) : undefined} />
      <div className="flex justify-end gap-2">
        <Button asChild>
          <Link href={stored ? `/campaigns/${stored.id}` : '/campaigns'}>{t.common.cancel}</Link>
        </Button>
        <Button
          look="primary"
          type="submit"
          data-testid="campaign-save"
          disabled={create.isPending || update.isPending || versions.isPending || draft.callerId === ''}
        >
          {stored ? t.campaigns.save : t.campaigns.create}
        </Button>
      </div>
    </form>
  )
}
