import * as z from 'zod'
import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { renderForUse } from '../../render-text.ts'
import { httpRequestInput, httpRequestOutput } from '../../tools.ts'
import type { Json } from '../../variables.ts'
import type { Why } from '../../why/why.ts'
import { computedInputs } from '../computed-values.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { request, requestConfig, requestHeard, requestOutcomes } from '../requests.ts'
import { httpEditor } from './http-editor.ts'
import { type FilledUrl, filledUrl } from './http-url.ts'

export const http = defineNodeType({
  type: 'http',
  config: z.object({
    method: httpRequestInput.shape.method.default('GET'),
    /** Scheme and host are fixed text. */
    url: z.string().default(''),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    /** Fields of a JSON object. */
    body: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    ...requestConfig,
  }),
  memory: z.null(),
  editor: httpEditor,
  listens: false,
  outcomes: () => requestOutcomes,
  speaks: ({ waiting }, flow, language) => fixedTexts(flow, language, waiting),
  enter(data, context): NodeStep<null> {
    const { method, retries } = data
    const filled = filledUrl(data.url, context)
    if (!('url' in filled)) return { outcome: 'error', why: whyNot(filled) }
    const headers = headersOf(data.headers, context)
    const hasBody = data.body.length > 0 && method !== 'GET' && method !== 'DELETE'
    const { values, left } = computedInputs(hasBody ? data.body : [], context)
    const input = { method, url: filled.url, headers, retries }
    return request({ tool: 'http.request', input: hasBody ? { ...input, body: values } : input, left }, data, context)
  },
  on: ({ outputs }, event, context) => requestHeard(event, outputs, ['result', 'status'], read, context),
})

function read(result: Json) {
  const parsed = httpRequestOutput.safeParse(result)
  return parsed.success ? { result: parsed.data.body, status: parsed.data.status } : undefined
}

function whyNot(filled: Exclude<FilledUrl, { url: string }>): Why {
  if (filled.problem === 'valueMissing') return { code: 'urlValueMissing', values: { variables: filled.missing.join(', ') } }
  return { code: filled.problem === 'stepsUp' ? 'urlStepsUp' : 'urlNotFixed' }
}

/** Names that no header can have are left out; values stay on one line. */
function headersOf(rows: readonly { name: string; value: string }[], context: NodeContext): Record<string, string> {
  const isName = (name: string) => /^[\w!#$%&'*+.^`|~-]+$/.test(name)
  const oneLine = (value: string) => renderForUse(value, context).replace(/\s+/g, ' ')
  return Object.fromEntries(rows.filter(({ name }) => isName(name)).map(({ name, value }) => [name, oneLine(value)]))
}
