'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Select } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { embedSubflow } from '../embed-subflow.ts'
import { changeNode } from '../node-edits.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import type { ControlProps } from './field-types.ts'

/** One of the flows this flow can run inside itself; another flow of the tenant is taken in as it is now. */
export function SubflowControl({ id, flow, node, value, invalid, onChange }: ControlProps) {
  const t = useText()
  const trpc = useTRPC()
  const store = useEditorStore()
  const queryClient = useQueryClient()
  const [adding, setAdding] = useState(false)
  const others = (useQuery(trpc.flows.list.queryOptions()).data ?? []).filter(({ isReadable }) => isReadable)
  const current = typeof value === 'string' ? value : ''
  const keys = Object.keys(flow.subflows)

  const add = async (flowId: string) => {
    if (!node) return
    setAdding(true)
    try {
      const found = await queryClient.fetchQuery(trpc.flows.get.queryOptions({ flowId }))
      const document = found.published?.document ?? found.document
      if (!document) return toast({ tone: 'bad', message: t.errors.FLOW_UNREADABLE })
      const { key, subflows } = embedSubflow(flow, { ...document, name: found.name })
      const choose = changeNode({ ...flow, subflows }, node, { flow: key })
      const operations = choose.type === 'batch' ? choose.operations : [choose]
      store.edit({ type: 'batch', operations: [{ type: 'setSubflows', subflows }, ...operations] }, { label: 'setSubflows' })
    } catch (error) {
      toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
    } finally {
      setAdding(false)
    }
  }
  return (
    <div className="flex flex-col gap-1.5">
      {keys.length === 0 && <p className="text-ink-3 text-xs">{t.editor.subflowNone}</p>}
      <Select id={id} value={current} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.editor.subflowPick}</option>
        {current !== '' && !keys.includes(current) && <option value={current}>{current}</option>}
        {keys.map((key) => (
          <option key={key} value={key}>
            {key}
          </option>
        ))}
      </Select>
      {others.length > 0 && (
        <Select aria-label={t.editor.subflowAdd} disabled={adding} value="" onChange={(event) => void add(event.target.value)}>
          <option value="">{adding ? t.editor.subflowAdding : t.editor.subflowAdd}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </Select>
      )}
      {flow.subflows[current]?.interface.results.length === 0 && <p className="text-call text-xs">{t.editor.subflowNoResults}</p>}
    </div>
  )
}
