import { stepWords } from '@parley/flow-runtime/scenarios'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import type { Ways } from './ways.ts'

/** The ways one call went after somebody answered differently; each is still there. */
export function WaysBar({ ways, onChoose }: { ways: Ways; onChoose: (id: number) => void }) {
  const t = useText()
  const locale = useLocale()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent with a form
    <div
      role="group"
      aria-label={t.textCall.ways}
      data-testid="text-ways"
      className="flex gap-1 overflow-x-auto border-line border-b px-3 py-1.5"
    >
      {ways.all.map(({ id, steps }, index) => {
        const last = steps.at(-1)
        return (
          <Button
            key={id}
            look="ghost"
            size="small"
            aria-pressed={id === ways.active}
            data-testid={`way-${id}`}
            title={last && stepWords(last, locale)}
            onClick={() => onChoose(id)}
          >
            {t.textCall.way(index + 1)}
            {last && <span className="max-w-40 truncate font-normal text-ink-3">{stepWords(last, locale)}</span>}
          </Button>
        )
      })}
    </div>
  )
}
