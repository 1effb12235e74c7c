'use client'

import { useQuery } from '@tanstack/react-query'
import type { Zone } from '../i18n/locale.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Panel } from '../ui/panel.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { BrowserForm } from './browser-form.tsx'
import { MembersTable } from './members-table.tsx'
import { SettingsNav } from './settings-nav.tsx'
import { WorkspaceForm } from './workspace-form.tsx'

/** What holds for everybody in the workspace, how this browser shows it, and who belongs to it. */
export function WorkspacePage({ zone }: { zone: Zone }) {
  const t = usePageText()
  const query = useQuery(useTRPC().workspace.read.queryOptions())
  return (
    <>
      <SettingsNav />
      <h1 className="font-semibold text-xl tracking-tight">{t.workspace.title}</h1>
      <p className="mt-1 mb-6 text-ink-2">{t.workspace.lead}</p>
      {query.isPending && <LoadingRows />}
      {query.isError && (
        <ErrorState message={`${t.workspace.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Panel title={t.workspace.general} hint={query.data.mayChange ? undefined : t.workspace.readOnly}>
            <WorkspaceForm workspace={query.data} />
          </Panel>
          <Panel title={t.workspace.browser}>
            <BrowserForm zone={zone} timeZone={query.data.timeZone} />
          </Panel>
          <Panel title={t.workspace.members} className="lg:col-span-2">
            <MembersTable members={query.data.members} userId={query.data.userId} />
          </Panel>
        </div>
      )}
    </>
  )
}
