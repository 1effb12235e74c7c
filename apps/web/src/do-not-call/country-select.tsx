'use client'

import { useQuery } from '@tanstack/react-query'
import { countryName } from '../campaigns/country-name.ts'
import type { Locale } from '../i18n/locale.ts'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Select } from '../ui/field.tsx'

type CountrySelectProps = { id: string; value: string; onChange: (country: string) => void }

async function countriesIn(locale: Locale): Promise<{ code: string; name: string }[]> {
  const { getCountries, getCountryCallingCode } = await import('libphonenumber-js/min')
  return getCountries()
    .map((code) => ({ code, name: `${countryName(code, locale)} (+${getCountryCallingCode(code)})` }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** In which country numbers without one are meant; the list comes with what knows numbers. */
export function CountrySelect({ id, value, onChange }: CountrySelectProps) {
  const t = usePageText()
  const locale = useLocale()
  const countries =
    useQuery({ queryKey: ['countries', locale], queryFn: () => countriesIn(locale), staleTime: Number.POSITIVE_INFINITY }).data ?? []
  return (
    <Field id={id} label={t.doNotCall.country}>
      <Select id={id} className="w-52" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t.doNotCall.noCountry}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
