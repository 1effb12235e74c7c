import { useRouter, useSearchParams } from 'next/navigation'
import { addressOf, type WantedTimes, wantedOf } from './wanted.ts'

/** What is looked at, kept in the address bar, and a way to look at something else. */
export function useWanted(): [WantedTimes, (change: Partial<WantedTimes>) => void] {
  const router = useRouter()
  const wanted = wantedOf(Object.fromEntries(useSearchParams()))
  return [wanted, (change) => router.replace(addressOf({ ...wanted, ...change }), { scroll: false })]
}
