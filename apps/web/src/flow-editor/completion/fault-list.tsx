'use client'

import { expressionReasons } from '@parley/flow-runtime'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { Button } from '../../ui/button.tsx'
import type { TextFault } from './text-marks.ts'

type FaultListProps = { faults: readonly TextFault[]; onTake: (fault: TextFault) => void }

/** What is wrong in a text box, right under it, with the name that was probably meant. */
export function FaultList({ faults, onTake }: FaultListProps) {
  const t = useText()
  const locale = useLocale()
  if (faults.length === 0) return null
  return (
    <ul className="mt-1 flex flex-col gap-1" data-testid="faults">
      {faults.map((fault) => {
        const { name, reason, better, start } = fault
        const sentence =
          reason === 'unknownName'
            ? t.forms.unknownName(name)
            : reason === 'form'
              ? t.forms.unknownForm(name)
              : reason === 'braces'
                ? t.forms.braces
                : t.editor.expressionWrong(expressionReasons[reason][locale], name)
        return (
          <li key={`${start} ${name} ${reason}`} className="flex flex-wrap items-center gap-1.5 text-danger text-xs">
            {typeset(sentence)}
            {better && (
              <Button size="small" className="h-6" data-testid="take-better" onClick={() => onTake(fault)}>
                {t.forms.takeBetter(better)}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
