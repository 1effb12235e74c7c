'use client'

import type { ColumnMapping } from '@parley/campaigns/column-mapping'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { usePageText } from '../../i18n/use-page-text.ts'
import { loader } from '../../lib/loader.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Later } from '../../ui/later.tsx'
import { countryName } from '../country-name.ts'
import { FaultLine } from '../fault-line.tsx'
import { choicesOf, chooseKind, mappingOf } from './column-choices.ts'
import { ColumnsTable } from './columns-table.tsx'
import type { FilePreview } from './file-preview.ts'
import type { FileFault } from './import-news.ts'
import { LeadsPreview } from './leads-preview.tsx'
import { faultSentence } from './problem-sentence.ts'

/** How the file is to be read; what the server is sent with it. */
export type ImportOrder = { format: FilePreview['format']; mapping: ColumnMapping; defaultCountry?: string }
type ColumnsStepProps = {
  campaignId: string
  fileName: string
  preview: FilePreview
  fault: FileFault | undefined
  onAgain: () => void
  onImport: (order: ImportOrder) => void
}

const phones = loader(() => import('libphonenumber-js/min'))

/** What the columns of a file are, with the first leads that come of it. */
export function ColumnsStep({ campaignId, fileName, preview, fault, onAgain, onImport }: ColumnsStepProps) {
  const t = usePageText()
  const campaign = useQuery(useTRPC().campaigns.get.queryOptions({ campaignId })).data
  const { format, header, rows } = preview
  const [choices, setChoices] = useState(() => choicesOf(preview.mapping, header.length))
  const [country, setCountry] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const read = mappingOf(choices)
  const wrong = isAsked && read.fault ? typeset(t.leadImport[read.fault]) : fault && faultSentence(fault, t)
  return (
    <Later of={phones}>
      {({ getCountries, parsePhoneNumberFromString }) => {
        const usual = campaign?.settings.defaultCountry ?? parsePhoneNumberFromString(campaign?.settings.callerId ?? '')?.country ?? ''
        const chosen = country ?? usual
        return (
          <section className="flex flex-col gap-5" aria-label={t.leadImport.columns}>
            <div className="flex flex-wrap items-center gap-3">
              <p className="min-w-60 flex-1 text-ink-2">
                <span className="font-medium text-ink">{fileName}</span>.{' '}
                {typeset(t.leadImport.readAs(format.encoding.toUpperCase(), t.leadImport.separators[format.separator]))}
              </p>
              <Button size="small" onClick={onAgain}>
                {t.leadImport.otherFile}
              </Button>
            </div>
            <ColumnsTable
              {...{ header, rows, choices }}
              onKind={(column, kind) => setChoices(chooseKind(choices, column, kind))}
              onVariable={(column, variable) =>
                setChoices(choices.map((choice, index) => (index === column ? { ...choice, variable } : choice)))
              }
            />
            <CountryField value={chosen} known={getCountries()} onChange={setCountry} />
            {read.mapping && (
              <LeadsPreview
                {...{ rows, mapping: read.mapping }}
                phoneOf={(text, own) =>
                  parsePhoneNumberFromString(text, countryOf(own, getCountries()) ?? countryOf(chosen, getCountries()))
                }
              />
            )}
            <FaultLine fault={wrong} />
            <div className="flex justify-end">
              <Button
                look="primary"
                data-testid="import-begin"
                onClick={() => {
                  setAsked(true)
                  if (read.mapping) onImport({ format, mapping: read.mapping, ...(chosen ? { defaultCountry: chosen } : {}) })
                }}
              >
                {t.leadImport.import}
              </Button>
            </div>
          </section>
        )
      }}
    </Later>
  )
}

const countryOf = <Code extends string>(text: string, known: readonly Code[]): Code | undefined =>
  known.find((code) => code === text.trim().toUpperCase())

function CountryField({ value, known, onChange }: { value: string; known: readonly string[]; onChange: (country: string) => void }) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const named = known.map((code) => ({ code, name: countryName(code, locale) }))
  return (
    <div className="sm:w-1/2">
      <Field id={id} label={t.leadImport.country} help={t.leadImport.countryHelp}>
        <Select id={id} data-testid="default-country" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{typeset(t.leadImport.noCountry)}</option>
          {named
            .sort((one, other) => one.name.localeCompare(other.name, locale))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
    </div>
  )
}
