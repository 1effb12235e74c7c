'use client'

import { Plus, X } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import type { Practice } from './practice.ts'

type Services = Practice['services']
const mostServices = 12

/** What can be booked and how long it takes, one to a row. */
export function ServiceRows({ services, onChange }: { services: Services; onChange: (services: Services) => void }) {
  const t = useText()
  const change = (at: number, part: Partial<Services[number]>) =>
    onChange(services.map((service, index) => (index === at ? { ...service, ...part } : service)))
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-ink-2 text-xs">{typeset(t.firstRun.adapt.services)}</legend>
      {services.map(({ name, durationMin }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a service is its row
        <div key={index} className="flex items-center gap-1">
          <Input
            maxLength={80}
            value={name}
            aria-label={t.firstRun.adapt.service(index + 1)}
            data-testid={`practice-service-${index}`}
            onChange={({ target }) => change(index, { name: target.value })}
          />
          <Input
            type="number"
            min={5}
            max={720}
            step={5}
            className="w-16 shrink-0 px-1.5"
            value={Number.isNaN(durationMin) ? '' : durationMin}
            aria-label={t.firstRun.adapt.minutes(index + 1)}
            onChange={({ target }) => change(index, { durationMin: target.valueAsNumber })}
          />
          <span aria-hidden className="text-ink-3 text-xs">
            {t.firstRun.adapt.minutesShort}
          </span>
          <Button
            look="ghost"
            size="tiny"
            aria-label={t.firstRun.adapt.remove(name)}
            data-testid={`practice-remove-${index}`}
            onClick={() => onChange(services.filter((_, other) => other !== index))}
          >
            <X size={13} aria-hidden />
          </Button>
        </div>
      ))}
      {services.length < mostServices && (
        <Button
          look="ghost"
          size="small"
          className="self-start"
          data-testid="practice-add"
          onClick={() => onChange([...services, { name: '', durationMin: 30 }])}
        >
          <Plus size={13} aria-hidden />
          {t.firstRun.adapt.add}
        </Button>
      )}
      {services.length > 1 && <p className="text-ink-3 text-xs leading-snug">{typeset(t.firstRun.adapt.several)}</p>}
    </fieldset>
  )
}
