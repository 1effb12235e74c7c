'use client'

import type { TemplateId } from '@parley/flow-runtime/templates'
import { CalendarCheck, Car, ClipboardList, Headset, House, Languages, type LucideIcon, SquareDashed } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Input } from '../ui/field.tsx'
import { useCreateFlow } from './use-create-flow.ts'

type Start = Exclude<TemplateId, 'threeNodes'> | 'empty'
const icons: Record<Start, LucideIcon> = {
  appointment: CalendarCheck,
  bilingualAppointments: Languages,
  dealership: Car,
  realEstate: House,
  support: Headset,
  survey: ClipboardList,
  empty: SquareDashed,
}
const starts = ['appointment', 'bilingualAppointments', 'dealership', 'realEstate', 'support', 'survey', 'empty'] as const satisfies Start[]

/** Asks for a name and what to start from. */
export function NewFlowDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText()
  const id = useId()
  const { create, isCreating } = useCreateFlow()
  const [name, setName] = useState('')
  const [start, setStart] = useState<Start>('appointment')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') create({ name, template: start === 'empty' ? undefined : start })
  }
  const choices: Record<Start, { name: string; hint: string }> = {
    ...t.flows.templates,
    empty: { name: t.flows.empty, hint: t.flows.emptyHint },
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.flows.newFlow}
      testId="new-flow-dialog"
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" form={id} data-testid="create-flow" disabled={isCreating || name.trim() === ''}>
            {t.flows.create}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="flex flex-col gap-4">
        <Field id={`${id}-name`} label={t.flows.name}>
          <Input
            id={`${id}-name`}
            data-autofocus
            maxLength={80}
            value={name}
            placeholder={t.flows.namePlaceholder}
            data-testid="flow-name-input"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset>
          <legend className="mb-1.5 font-medium text-ink-2 text-xs">{t.flows.startFrom}</legend>
          <div className="grid grid-cols-2 gap-2">
            {starts.map((choice) => {
              const Icon = icons[choice]
              return (
                <label
                  key={choice}
                  className="flex cursor-pointer flex-col gap-1 rounded-lg border border-line p-3 hover:bg-hover has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2"
                >
                  <input
                    type="radio"
                    name="start"
                    className="sr-only"
                    data-testid={`start-${choice}`}
                    checked={start === choice}
                    onChange={() => setStart(choice)}
                  />
                  <Icon size={18} className="text-ink-2" aria-hidden />
                  <span className="font-medium">{choices[choice].name}</span>
                  <span className="text-ink-3 text-xs leading-snug">{choices[choice].hint}</span>
                </label>
              )
            })}
          </div>
        </fieldset>
      </form>
    </Dialog>
  )
}
