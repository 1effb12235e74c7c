'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTRPC, useTRPCClient } from '../trpc/trpc-provider.tsx'

/** Links to a call's recording: one to play, kept while it works, and fresh ones to download or pass on. */
export function useRecordingLink(callId: string, onError: (error: unknown) => void) {
  const client = useTRPCClient()
  const query = useQuery({ ...useTRPC().calls.recordingLink.queryOptions({ callId }), staleTime: Number.POSITIVE_INFINITY })
  const fresh = useMutation({ mutationFn: () => client.calls.recordingLink.query({ callId }), onError })
  const { data, refetch } = query

  return {
    address: data?.address,
    isBusy: fresh.isPending,
    /** When the link stopped working: true, and another one comes. */
    renew: () => {
      const isExpired = data !== undefined && Date.now() >= data.expiresAt
      if (isExpired) void refetch()
      return isExpired
    },
    /** Calls `use` with the address of a new link. */
    withFresh: (use: (address: string) => void) => fresh.mutate(undefined, { onSuccess: ({ address }) => use(address) }),
  }
}
