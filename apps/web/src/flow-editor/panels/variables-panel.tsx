'use client'

import { usesVariable, type VariableDeclaration, variableDeclaration } from '@parley/flow-runtime'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import { ChoiceEditor } from './choice-editor.tsx'
import { DeclaredName } from './declared-name.tsx'
import { NewVariable } from './new-variable.tsx'

const isName = (text: string) => variableDeclaration.shape.name.safeParse(text).success

/** The flow's variables: name, type, personal or not, where used. A new name goes to every place that uses the variable. */
export function VariablesPanel() {
  const t = useText()
  const store = useEditorStore()
  const flow = useFlow()
  const { variables, nodes } = flow
  const names = new Set(variables.map(({ name }) => name))
  const uses = useMemo(
    () => new Map(variables.map(({ name }) => [name, nodes.filter((node) => usesVariable(node, name)).length])),
    [variables, nodes],
  )
  const change = (variable: VariableDeclaration, part: Partial<VariableDeclaration>) =>
    store.edit(
      { type: 'updateVariable', name: variable.name, variable: { ...variable, ...part } },
      { key: part.name === undefined ? `variable.${variable.name}` : undefined },
    )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3">
      {variables.length === 0 && <p className="mb-3 px-1 text-ink-2">{t.editor.variableNone}</p>}
      <ul className="mb-3 flex flex-col gap-2">
        {variables.map((variable, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a variable is its place in the list, whatever it is called
          <li key={index} className="rounded-md border border-line p-2">
            <div className="flex items-center gap-2">
              <DeclaredName
                name={variable.name}
                label={t.editor.variableRename(variable.name)}
                taken={names}
                isName={isName}
                className="font-medium font-mono text-xs"
                onRename={(name) => change(variable, { name })}
              />
              <Badge>{t.editor.variableTypes[variable.type]}</Badge>
              <Button
                look="ghost"
                size="tiny"
                aria-label={t.editor.remove(variable.name)}
                onClick={() => store.edit({ type: 'removeVariable', name: variable.name })}
              >
                <X size={13} />
              </Button>
            </div>
            <div className="mt-1 flex items-center justify-between gap-2 pl-1 text-ink-3 text-xs">
              <span>{t.editor.variableUsed(uses.get(variable.name) ?? 0)}</span>
              <label className="flex cursor-pointer items-center gap-1.5" title={t.editor.variablePiiHint}>
                <input
                  type="checkbox"
                  className="accent-ink"
                  checked={variable.pii}
                  onChange={(event) => change(variable, { pii: event.target.checked })}
                />
                {t.editor.variablePii}
              </label>
            </div>
            {variable.type === 'choice' && (
              <ChoiceEditor choices={variable.choices ?? []} onChange={(choices) => change(variable, { choices })} />
            )}
          </li>
        ))}
      </ul>
      <NewVariable onAdd={(variable) => store.edit({ type: 'addVariable', variable })} />
    </div>
  )
}
