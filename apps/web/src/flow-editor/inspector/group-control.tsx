'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { z } from 'zod'
import { useLocale } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { cn } from '../../lib/cn.ts'
import { type ControlProps, checkPart } from './field-types.ts'
import { HintedField } from './hinted-field.tsx'

const record = z.record(z.string(), z.unknown()).catch({})

/** Settings that belong together, folded away until wanted. */
export function GroupControl({ id, flow, node, hint, value, check, onChange }: ControlProps) {
  const locale = useLocale()
  const contents = useId()
  const [open, setOpen] = useState(false)
  const parts = record.parse(value)
  return (
    <section className="rounded-md border border-line">
      <button
        type="button"
        id={id}
        aria-expanded={open}
        aria-controls={contents}
        onClick={() => setOpen(!open)}
        className="flex h-8 w-full items-center gap-1.5 rounded-md px-2 text-left font-medium text-ink-2 text-xs hover:bg-hover"
      >
        <ChevronRight size={13} className={cn('transition-transform', open && 'rotate-90')} aria-hidden />
        {hint.label[locale]}
      </button>
      <div id={contents} hidden={!open} className="flex flex-col gap-3 border-line border-t p-2.5 [&[hidden]]:hidden">
        {hint.help && <p className="text-ink-3 text-xs">{typeset(hint.help[locale])}</p>}
        {Object.entries(hint.fields ?? {}).map(([name, part]) => {
          const withPart = (changed: unknown) => ({ ...parts, [name]: changed })
          return (
            <HintedField
              key={name}
              id={`${id}-${name}`}
              flow={flow}
              node={node}
              hint={part}
              value={parts[name]}
              check={checkPart(check, withPart, [name])}
              onChange={(changed, renamed) => onChange(withPart(changed), renamed)}
            />
          )
        })}
      </div>
    </section>
  )
}
