'use client'

import type { ReadProblem } from '@parley/flow-runtime'
import Link from 'next/link'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { Button } from '../ui/button.tsx'

/** In place of the editor: why a stored flow cannot be read. Nothing of it is changed. */
export function UnreadableFlow({ name, problems }: { name: string; problems: readonly ReadProblem[] }) {
  const t = useText()
  return (
    <PlainPage title={t.editor.unreadableTitle(name)}>
      <p>{t.editor.unreadableHint}</p>
      <ul data-testid="unreadable-problems" className="flex w-full list-disc flex-col gap-2 pl-5">
        {problems.map(({ code, path, message }) => (
          <li key={`${code} ${path} ${message}`} className="break-words">
            {typeset(message)}
          </li>
        ))}
      </ul>
      <Button asChild>
        <Link href="/flows">{t.common.backToFlows}</Link>
      </Button>
    </PlainPage>
  )
}
