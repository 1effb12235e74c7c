'use client'

import { Plus } from 'lucide-react'
import { useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { ConnectionCard } from './connection-card.tsx'
import type { ListedConnection, Telephony } from './telephony-types.ts'

type ConnectionsSectionProps = {
  telephony: Telephony
  onAdd: () => void
  onEdit: (connection: ListedConnection) => void
  onRemove: (connection: ListedConnection) => void
}

/** The accounts at carriers, as cards. */
export function ConnectionsSection({ telephony, onAdd, onEdit, onRemove }: ConnectionsSectionProps) {
  const t = usePageText()
  const titleId = useId()
  const { connections, carriers, mayChange } = telephony
  return (
    <section aria-labelledby={titleId}>
      <div className="mb-2 flex items-center gap-3">
        <h2 id={titleId} className="flex-1 font-semibold text-[15px]">
          {t.numbers.connections}
        </h2>
        {mayChange && (
          <Button data-testid="add-connection" onClick={onAdd}>
            <Plus size={15} aria-hidden />
            {t.numbers.addConnection}
          </Button>
        )}
      </div>
      <ul className="grid gap-4 md:grid-cols-2">
        {connections.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            carrier={carriers.find(({ kind }) => kind === connection.carrier)}
            mayChange={mayChange}
            onEdit={() => onEdit(connection)}
            onRemove={() => onRemove(connection)}
          />
        ))}
      </ul>
    </section>
  )
}
