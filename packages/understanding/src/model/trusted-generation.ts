import type { Generated, GenerateRequest, Json } from '@parley/flow-runtime'
import { z } from 'zod'
import { canonicalValue } from './canonical-value.ts'
import type { GeneratedAnswer } from './generated-answer.ts'

/**
 * Keeps of a model's answer only what the request allows: a known exit or a known tool with JSON input, results with canonical values.
 * One proposal at most: a tool's result is wanted before the node is left.
 */
export function trustedGeneration(
  { exits, tools, results, language }: GenerateRequest,
  answer: GeneratedAnswer,
): Pick<Generated, 'text' | 'exit' | 'tool' | 'values'> {
  const tool = tools.some(({ name }) => name === answer.tool?.name) && answer.tool ? withInput(answer.tool) : null
  const exit = tool === null && exits.some(({ name }) => name === answer.exit) ? answer.exit : null
  const values = results.flatMap((result): [string, Json][] => {
    const said = answer.values.find(({ name }) => name === result.name)
    const value = said && canonicalValue(result, said.value.trim(), language)
    return value === undefined ? [] : [[result.name, value]]
  })
  return { text: answer.text.trim(), exit, tool, values: Object.fromEntries(values) }
}

function withInput({ name, input }: { name: string; input: string }): Generated['tool'] {
  try {
    return { name, input: z.json().parse(JSON.parse(input)) }
  } catch {
    return null
  }
}
