'use client'

import type { Flow, VariableDeclaration } from '@parley/flow-runtime'
import { X } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import { ChoiceEditor } from './choice-editor.tsx'
import { NewVariable } from './new-variable.tsx'

const usedIn = (flow: Flow, name: string) => flow.nodes.filter((node) => new RegExp(`\\b${name}\\b`).test(JSON.stringify(node.data))).length

/** The flow's variables: type, personal or not, where used. */
export function VariablesPanel() {
  const t = useText()
  const store = useEditorStore()
  const flow = useFlow()
  const change = (name: string, part: Partial<VariableDeclaration>) =>
    store.edit(
      { type: 'setVariables', variables: flow.variables.map((variable) => (variable.name === name ? { ...variable, ...part } : variable)) },
      { key: `variable.${name}` },
    )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3">
      {flow.variables.length === 0 && <p className="mb-3 px-1 text-ink-2">{t.editor.variableNone}</p>}
      <ul className="mb-3 flex flex-col gap-2">
        {flow.variables.map((variable) => (
          <li key={variable.name} className="rounded-md border border-line p-2">
            <div className="flex items-center gap-2">
              <span className="min-w-0 truncate font-medium font-mono text-xs">{variable.name}</span>
              <Badge>{t.editor.variableTypes[variable.type]}</Badge>
              <span className="flex-1" />
              <Button
                look="ghost"
                size="tiny"
                aria-label={t.editor.remove(variable.name)}
                onClick={() => store.edit({ type: 'setVariables', variables: flow.variables.filter(({ name }) => name !== variable.name) })}
              >
                <X size={13} />
              </Button>
            </div>
            <div className="mt-1 flex items-center justify-between gap-2 text-ink-3 text-xs">
              <span>{t.editor.variableUsed(usedIn(flow, variable.name))}</span>
              <label className="flex cursor-pointer items-center gap-1.5" title={t.editor.variablePiiHint}>
                <input
                  type="checkbox"
                  className="accent-ink"
                  checked={variable.pii}
                  onChange={(event) => change(variable.name, { pii: event.target.checked })}
                />
                {t.editor.variablePii}
              </label>
            </div>
            {variable.type === 'choice' && (
              <ChoiceEditor choices={variable.choices ?? []} onChange={(choices) => change(variable.name, { choices })} />
            )}
          </li>
        ))}
      </ul>
      <NewVariable onAdd={(variable) => store.edit({ type: 'setVariables', variables: [...flow.variables, variable] })} />
    </div>
  )
}
