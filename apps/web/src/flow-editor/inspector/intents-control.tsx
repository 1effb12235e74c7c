'use client'

import { useState } from 'react'
import { z } from 'zod'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { IntentEditor } from '../panels/intent-editor.tsx'
import { NewIntent } from '../panels/new-intent.tsx'
import { useEditorStore } from '../state/use-editor.tsx'
import type { ControlProps } from './field-types.ts'

const names = z.array(z.string()).catch([])

/** Which intents this node listens for; their sample sentences are edited in place. */
export function IntentsControl({ id, flow, value, onChange }: ControlProps) {
  const t = useText()
  const store = useEditorStore()
  const [open, setOpen] = useState<string>()
  const chosen = names.parse(value)
  return (
    <fieldset id={id} className="flex flex-col gap-1.5">
      {flow.intents.map((intent) => (
        <div key={intent.name} className="rounded-md border border-line">
          <div className="flex h-8 items-center gap-2 pr-1 pl-2">
            <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="accent-ink"
                checked={chosen.includes(intent.name)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, intent.name] : chosen.filter((name) => name !== intent.name))
                }
              />
              <span className="truncate">{intent.name}</span>
            </label>
            <Button
              look="ghost"
              size="small"
              className="h-6"
              aria-expanded={open === intent.name}
              onClick={() => setOpen(open === intent.name ? undefined : intent.name)}
            >
              {t.editor.intentSampleCount(Object.values(intent.samples).flat().length)}
            </Button>
          </div>
          {open === intent.name && (
            <div className="border-line border-t p-2">
              <IntentEditor intent={intent} />
            </div>
          )}
        </div>
      ))}
      <NewIntent
        onAdd={(intent) => {
          store.edit({ type: 'addIntent', intent })
          setOpen(intent.name)
          onChange([...chosen, intent.name])
        }}
      />
    </fieldset>
  )
}
