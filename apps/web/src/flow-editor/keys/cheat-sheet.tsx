'use client'

import { useText } from '../../i18n/text-provider.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { keyCaps } from './key-caps.ts'
import { keyGroups, keyTable } from './key-table.ts'

/** Every key of the editor, by what it is for. */
export function CheatSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Dialog open={open} onClose={onClose} title={t.canvasEdit.acts.keys} testId="cheat-sheet" className="w-[920px]">
      <div className="columns-1 gap-8 sm:columns-2 lg:columns-3">
        {keyGroups.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 font-semibold">{t.canvasEdit.keyGroups[group]}</h3>
            <dl>
              {keyTable
                .filter((row) => row.group === group)
                .map(({ act, keys }) => (
                  <div key={act} data-testid={`key-${act}`} className="flex items-baseline justify-between gap-3 py-1">
                    <dt className="text-ink-2">{t.canvasEdit.acts[act]}</dt>
                    <dd className="flex shrink-0 gap-1.5">
                      {keys.map((key) => (
                        <kbd key={key} className="rounded border border-line bg-sunken px-1.5 font-sans text-[11px] text-ink">
                          {keyCaps(t, key)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
