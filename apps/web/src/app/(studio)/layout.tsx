import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentMember } from '../../server/session.ts'
import { TrpcProvider } from '../../trpc/trpc-provider.tsx'
import { ToastProvider } from '../../ui/toast.tsx'

export default async function StudioLayout({ children }: { children: ReactNode }) {
  if (!(await currentMember())) redirect('/sign-in')
  return (
    <TrpcProvider>
      <ToastProvider>{children}</ToastProvider>
    </TrpcProvider>
  )
}
