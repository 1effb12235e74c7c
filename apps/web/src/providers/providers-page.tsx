'use client'

import type { ProviderKind } from '@parley/db'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { useSheet } from '../ui/use-sheet.ts'
import { SettingsNav } from '../workspace/settings-nav.tsx'
import { KindSection } from './kind-section.tsx'
import type { ListedProvider } from './listed-provider.ts'
import { presetOf, presets } from './presets.ts'
import { ProviderSheet } from './provider-sheet.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { WithoutProviders } from './without-providers.tsx'

const kinds = ['recognition', 'synthesis', 'model'] as const satisfies ProviderKind[]

/** Who hears, who speaks and who writes, in the order in which calls ask. */
export function ProvidersPage() {
  const t = useText()
  const query = useQuery(useTRPC().providers.list.queryOptions())
  const edit = useSheet<{ kind: ProviderKind; stored?: ListedProvider }>()
  const remove = useSheet<ListedProvider>()
  const { providers = [], vendors = [], mayChange = false, hasEmbeddedSpeech = false } = query.data ?? {}

  const edited = edit.about
  const offered = presets.filter(({ kind, vendor }) => kind === edited?.kind && vendors.includes(vendor))
  const own = edited?.stored && presetOf(edited.stored)
  const [first, ...others] = own && !offered.some(({ id }) => id === own.id) ? [own, ...offered] : offered

  return (
    <>
      <SettingsNav />
      <h1 className="font-semibold text-xl tracking-tight">{t.providers.title}</h1>
      <p className="mt-1 mb-7 max-w-3xl text-ink-2">{typeset(t.providers.lead)}</p>
      {query.isPending && <LoadingRows />}
      {query.isError && (
        <ErrorState message={`${t.providers.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          {!mayChange && <p className="mb-6 rounded-lg bg-sunken px-4 py-2.5 text-ink-2">{t.providers.readOnly}</p>}
          {providers.length === 0 && hasEmbeddedSpeech && <WithoutProviders />}
          <div className="flex flex-col gap-9">
            {kinds.map((kind) => (
              <KindSection
                key={kind}
                kind={kind}
                providers={providers.filter((provider) => provider.kind === kind)}
                mayChange={mayChange}
                onAdd={() => edit.open({ kind })}
                onEdit={(stored) => edit.open({ kind, stored })}
                onRemove={remove.open}
              />
            ))}
          </div>
        </>
      )}
      {edited && first && (
        <ProviderSheet
          key={`edit-${edit.key}`}
          kind={edited.kind}
          stored={edited.stored}
          choices={[first, ...others]}
          open={edit.isOpen}
          onClose={edit.close}
        />
      )}
      {remove.about && <RemoveDialog key={`remove-${remove.key}`} provider={remove.about} open={remove.isOpen} onClose={remove.close} />}
    </>
  )
}
