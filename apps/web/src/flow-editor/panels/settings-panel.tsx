'use client'

import { flowHead, language as languages, settings as settingsSchema } from '@parley/flow-runtime'
import { useId } from 'react'
import { z } from 'zod'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { checkPart, type Issue } from '../inspector/field-types.ts'
import { HintedField } from '../inspector/hinted-field.tsx'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import { interfaceHint, settingsHints } from './settings-hints.ts'
import { VoiceSetting } from './voice-setting.tsx'

const issuesOf = (schema: z.ZodType, value: unknown): readonly Issue[] => schema.safeParse(value).error?.issues ?? []
/** Whether clocks know the zone: a call in an unknown one would resolve no date. */
function isTimeZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined
  } catch {
    return false
  }
}
/** Results are names; their form is a list of records. */
const interfaceForm = flowHead.shape.interface.unwrap().extend({ results: z.array(z.object({ name: z.string().min(1) })) })

/** What holds for the whole flow: languages, settings, its use as a subflow, and the subflows it brings along. */
export function SettingsPanel() {
  const t = useText()
  const locale = useLocale()
  const id = useId()
  const store = useEditorStore()
  const flow = useFlow()
  const { settings } = flow
  const shown = { ...flow.interface, results: flow.interface.results.map((name) => ({ name })) }

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto p-3">
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium text-ink-2 text-xs">{t.editor.settingsLanguages}</legend>
        {languages.options.map((option) => (
          <label key={option} className="flex h-7 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              className="accent-ink"
              checked={flow.languages.includes(option)}
              disabled={flow.languages.length === 1 && flow.languages[0] === option}
              onChange={(event) => {
                const others = flow.languages.filter((other) => other !== option)
                store.edit({ type: 'setLanguages', languages: event.target.checked ? [...others, option] : others })
              }}
            />
            <span className="flex-1">{t.editor.languages[option]}</span>
            {flow.languages[0] === option ? (
              <span className="text-ink-3 text-xs">{t.editor.settingsFirst}</span>
            ) : (
              flow.languages.includes(option) && (
                <Button
                  look="ghost"
                  size="small"
                  className="h-6"
                  onClick={() =>
                    store.edit({ type: 'setLanguages', languages: [option, ...flow.languages.filter((other) => other !== option)] })
                  }
                >
                  {t.editor.settingsMakeFirst}
                </Button>
              )
            )}
          </label>
        ))}
      </fieldset>
      {Object.entries(settingsHints).map(([field, hint]) => {
        if (field === 'voice') return <VoiceSetting key={field} flow={flow} label={hint.label[locale]} />
        const withField = (value: unknown) => ({ ...settings, [field]: value })
        const values: Readonly<Record<string, unknown>> = settings
        return (
          <HintedField
            key={field}
            id={`${id}-${field}`}
            flow={flow}
            hint={hint}
            value={values[field]}
            check={(value) =>
              field === 'timeZone' && !isTimeZone(value)
                ? [{ path: [], sentence: t.editor.settingsTimeZoneUnknown }]
                : checkPart((whole) => issuesOf(settingsSchema, whole), withField, [field])(value)
            }
            onChange={(value) => {
              const parsed = settingsSchema.safeParse(withField(value))
              if (!parsed.success) return
              // What this release does not know of the other settings stays.
              const changed: Readonly<Record<string, unknown>> = parsed.data
              store.edit({ type: 'setSettings', settings: { ...settings, [field]: changed[field] } }, { key: `settings.${field}` })
            }}
          />
        )
      })}
      <HintedField
        id={`${id}-interface`}
        flow={flow}
        hint={interfaceHint}
        value={shown}
        check={(value) => issuesOf(interfaceForm, value)}
        onChange={(value) => {
          const parsed = interfaceForm.safeParse(value)
          if (!parsed.success) return
          const results = [...new Set(parsed.data.results.map(({ name }) => name))]
          store.edit({ type: 'setInterface', interface: { ...flow.interface, ...parsed.data, results } }, { key: 'interface' })
        }}
      />
      <SubflowList />
    </div>
  )
}

/** The subflows the document holds; one that is not used any more can go. */
function SubflowList() {
  const t = useText()
  const store = useEditorStore()
  const { subflows } = useFlow()
  const keys = Object.keys(subflows)
  if (keys.length === 0) return null
  return (
    <section>
      <h3 className="font-medium text-ink-2 text-xs">{t.editor.settingsSubflows}</h3>
      <ul className="mt-1 divide-y divide-line rounded-md border border-line">
        {keys.map((key) => (
          <li key={key} className="flex h-8 items-center gap-2 pr-1 pl-2.5 text-xs">
            <span className="min-w-0 flex-1 truncate">{key}</span>
            <Button
              look="ghost"
              size="small"
              className="h-6"
              aria-label={t.editor.remove(key)}
              onClick={() => {
                const rest = Object.fromEntries(Object.entries(subflows).filter(([other]) => other !== key))
                store.edit({ type: 'setSubflows', subflows: rest })
              }}
            >
              {t.editor.settingsRemove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
