'use client'

import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { useSheet } from '../ui/use-sheet.ts'
import { ConnectionSheet } from './connection-sheet.tsx'
import { ConnectionsSection } from './connections-section.tsx'
import { FirstConnection } from './first-connection.tsx'
import { NumberSheet } from './number-sheet.tsx'
import { NumbersSection } from './numbers-section.tsx'
import { type Removal, RemoveDialog } from './remove-dialog.tsx'
import { TakeOverSheet } from './take-over-sheet.tsx'
import type { ListedConnection, ListedNumber } from './telephony-types.ts'

/** Connections to carriers, the numbers that come from them, and who answers each. */
export function NumbersPage() {
  const t = usePageText()
  const query = useQuery(useTRPC().telephony.list.queryOptions())
  const connection = useSheet<{ stored?: ListedConnection }>()
  const number = useSheet<{ stored?: ListedNumber }>()
  const takeOver = useSheet<true>()
  const removal = useSheet<Removal>()
  const telephony = query.data
  const carriers = telephony?.carriers ?? []
  const own = carriers.find(({ kind }) => kind === connection.about?.stored?.carrier)
  const [first, ...others] = own ? [own, ...carriers.filter((one) => one !== own)] : carriers

  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">{t.numbers.title}</h1>
      <p className="mt-1 mb-6 max-w-3xl text-ink-2">{t.numbers.lead}</p>
      {query.isPending && <LoadingRows />}
      {query.isError && (
        <ErrorState message={`${t.numbers.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
      )}
      {telephony && (
        <div className="flex flex-col gap-8">
          {!telephony.mayChange && <p className="rounded-lg bg-sunken px-4 py-2.5 text-ink-2">{t.numbers.readOnly}</p>}
          {!telephony.isWithinReach && <OutOfReach url={telephony.publicUrl} />}
          {telephony.connections.length === 0 ? (
            <FirstConnection onAdd={telephony.mayChange ? () => connection.open({}) : undefined} />
          ) : (
            <>
              <NumbersSection
                telephony={telephony}
                onAdd={() => number.open({})}
                onTakeOver={() => takeOver.open(true)}
                onEdit={(stored) => number.open({ stored })}
                onRemove={(one) => removal.open({ kind: 'number', number: one })}
              />
              <ConnectionsSection
                telephony={telephony}
                onAdd={() => connection.open({})}
                onEdit={(stored) => connection.open({ stored })}
                onRemove={(one) => removal.open({ kind: 'connection', connection: one })}
              />
            </>
          )}
          {connection.about && first && (
            <ConnectionSheet
              key={`connection-${connection.key}`}
              stored={connection.about.stored}
              carriers={[first, ...others]}
              open={connection.isOpen}
              onClose={connection.close}
            />
          )}
          {number.about && (
            <NumberSheet
              key={`number-${number.key}`}
              stored={number.about.stored}
              telephony={telephony}
              open={number.isOpen}
              onClose={number.close}
            />
          )}
          {takeOver.about && (
            <TakeOverSheet key={`take-${takeOver.key}`} telephony={telephony} open={takeOver.isOpen} onClose={takeOver.close} />
          )}
        </div>
      )}
      {removal.about && (
        <RemoveDialog key={`remove-${removal.key}`} removal={removal.about} open={removal.isOpen} onClose={removal.close} />
      )}
    </>
  )
}

function OutOfReach({ url }: { url: string }) {
  const t = usePageText()
  return (
    <section data-testid="out-of-reach" className="flex gap-3 rounded-xl border border-call/50 bg-call-soft p-4">
      <TriangleAlert size={18} className="mt-px shrink-0 text-call" aria-hidden />
      <div>
        <h2 className="font-semibold">{t.numbers.outOfReach}</h2>
        <p className="mt-0.5 max-w-3xl">{typeset(t.numbers.outOfReachHint(url))}</p>
      </div>
    </section>
  )
}
