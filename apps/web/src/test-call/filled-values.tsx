'use client'

import type { Flow, Json } from '@parley/flow-runtime'
import { useText } from '../i18n/text-provider.tsx'
import { variableTitle } from '../lib/variable-title.ts'

const shown = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))

/** The variables as they fill. */
export function FilledValues({ variables, flow }: { variables: Readonly<Record<string, Json>>; flow: Flow | null }) {
  const t = useText()
  const filled = Object.entries(variables).filter(([, value]) => value !== null && value !== '')
  return (
    <section aria-label={t.testCall.filled} className="hidden w-[260px] shrink-0 overflow-y-auto border-line border-l px-4 py-3 md:block">
      <h2 className="mb-1.5 font-medium text-ink-3 text-xs">{t.testCall.filled}</h2>
      {filled.length === 0 && <p className="text-ink-3">{t.testCall.filledNone}</p>}
      <dl data-testid="live-variables" className="flex flex-col gap-1">
        {filled.map(([name, value]) => (
          <div key={`${name} ${shown(value)}`} className="rise flex items-baseline justify-between gap-3">
            <dt className="text-ink-2 text-xs">{variableTitle(flow, name)}</dt>
            <dd className="min-w-0 truncate font-medium" title={shown(value)}>
              {shown(value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
