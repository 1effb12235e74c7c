'use client'

import { Download, Phone, Plus } from 'lucide-react'
import { useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/states.tsx'
import { NumbersTable } from './numbers-table.tsx'
import type { ListedNumber, Telephony } from './telephony-types.ts'

type NumbersSectionProps = {
  telephony: Telephony
  onAdd: () => void
  onTakeOver: () => void
  onEdit: (number: ListedNumber) => void
  onRemove: (number: ListedNumber) => void
}

/** The tenant's numbers, and ways to get more of them. */
export function NumbersSection({ telephony, onAdd, onTakeOver, onEdit, onRemove }: NumbersSectionProps) {
  const t = usePageText()
  const titleId = useId()
  const { numbers, mayChange } = telephony
  const isEmpty = numbers.length === 0
  const ways = mayChange && (
    <>
      <Button onClick={onAdd} data-testid="add-number">
        <Plus size={15} aria-hidden />
        {t.numbers.addNumber}
      </Button>
      <Button look="primary" onClick={onTakeOver} data-testid="take-over-open">
        <Download size={15} aria-hidden />
        {t.numbers.takeOver}
      </Button>
    </>
  )
  return (
    <section aria-labelledby={titleId}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h2 id={titleId} className="flex-1 font-semibold text-[15px]">
          {t.numbers.numbers}
        </h2>
        {!isEmpty && ways}
      </div>
      {isEmpty ? (
        <EmptyState icon={Phone} title={t.numbers.noNumbers} hint={t.numbers.noNumbersHint}>
          {ways}
        </EmptyState>
      ) : (
        <NumbersTable telephony={telephony} onEdit={onEdit} onRemove={onRemove} />
      )}
    </section>
  )
}
