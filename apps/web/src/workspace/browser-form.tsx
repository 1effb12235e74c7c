'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { localeCookie, locales, remember, type Zone, zoneCookie, zones } from '../i18n/locale.ts'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Select } from '../ui/field.tsx'

/** Language and time zone of what this browser shows; kept in it. */
export function BrowserForm({ zone, timeZone }: { zone: Zone; timeZone: string }) {
  const t = usePageText()
  const locale = useLocale()
  const router = useRouter()
  const id = useId()
  const choose = (cookie: string, value: string) => {
    remember(cookie, value)
    router.refresh()
  }
  return (
    <div className="flex flex-col gap-3">
      <Field id={`${id}-language`} label={t.workspace.interfaceLanguage}>
        <Select id={`${id}-language`} value={locale} onChange={({ target }) => choose(localeCookie, target.value)}>
          {locales.map((one) => (
            <option key={one} value={one}>
              {t.workspace.languages[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-zone`} label={t.workspace.dates} help={t.workspace.datesHint}>
        <Select id={`${id}-zone`} data-testid="dates-zone" value={zone} onChange={({ target }) => choose(zoneCookie, target.value)}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {one === 'browser' ? t.workspace.zones.browser : t.workspace.zones.workspace(timeZone)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
