import type { Generated, GenerateRequest, Json } from '@parley/flow-runtime'
import { z } from 'zod'
import { canonicalValue } from './canonical-value.ts'
import type { GeneratedAnswer } from './generated-answer.ts'
import { wrongArguments } from './tool-arguments.ts'

/**
 * Keeps of a model's answer only what the request allows: a known exit or a known tool with JSON input, results with canonical values.
 * One proposal at most: a tool's result is wanted before the node is left.
 */
export function trustedGeneration(
  { exits, tools, results, language }: GenerateRequest,
  answer: GeneratedAnswer,
): Pick<Generated, 'text' | 'exit' | 'tool' | 'values'> {
  const tool = checkedTool(
    tools.find(({ name }) => name === answer.tool?.name),
    answer.tool,
  )
  const exit = tool === null && exits.some(({ name }) => name === answer.exit) ? answer.exit : null
  const values = results.flatMap((result): [string, Json][] => {
    const said = answer.values.find(({ name }) => name === result.name)
    const value = said && canonicalValue(result, said.value.trim(), language)
    return value === undefined ? [] : [[result.name, value]]
  })
  return { text: answer.text.trim(), exit, tool, values: Object.fromEntries(values) }
}

function checkedTool(tool: GenerateRequest['tools'][number] | undefined, asked: GeneratedAnswer['tool']): Generated['tool'] {
  if (!tool || !asked) return null
  const input = jsonOf(asked.input)
  if (input === undefined) return null
  const wrong = wrongArguments(tool.arguments, input)
  return wrong === undefined ? { name: tool.name, input } : { name: tool.name, input, wrong }
}

function jsonOf(text: string): Json | undefined {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
