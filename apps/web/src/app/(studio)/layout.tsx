import { getTenant } from '@parley/db'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { preferences } from '../../i18n/server-locale.ts'
import { ZoneProvider } from '../../i18n/zone-provider.tsx'
import { database } from '../../server/database.ts'
import { currentMember } from '../../server/session.ts'
import { TrpcProvider } from '../../trpc/trpc-provider.tsx'
import { Toaster } from '../../ui/toast.tsx'

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const member = await currentMember()
  if (!member) redirect('/sign-in')
  const { zone } = await preferences()
  const timeZone = zone === 'workspace' ? (await getTenant(database(), member.tenantId))?.timeZone : undefined
  return (
    <TrpcProvider>
      <ZoneProvider timeZone={timeZone}>
        {children}
        <Toaster />
      </ZoneProvider>
    </TrpcProvider>
  )
}
