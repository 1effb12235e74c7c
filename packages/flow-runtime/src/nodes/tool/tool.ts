import * as z from 'zod'
import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { computedInputs } from '../computed-values.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { request, requestConfig, requestHeard, requestOutcomes } from '../requests.ts'
import { toolEditor } from './tool-editor.ts'

export const tool = defineNodeType({
  type: 'tool',
  config: z.object({
    /** Name of one of the tenant's MCP servers. */
    server: z.string().default(''),
    tool: z.string().default(''),
    inputs: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    ...requestConfig,
  }),
  memory: z.null(),
  editor: toolEditor,
  listens: false,
  outcomes: () => requestOutcomes,
  speaks: ({ waiting }, flow, language) => fixedTexts(flow, language, waiting),
  enter(data, context): NodeStep<null> {
    const { server, tool: name, retries } = data
    const { values, left } = computedInputs(data.inputs, context)
    return request({ tool: 'tool.call', input: { server, name, arguments: values, retries }, left }, data, context)
  },
  on: ({ outputs }, event, context) => requestHeard(event, outputs, ['result'], (result) => ({ result }), context),
})
