import { compile } from '../../expressions.ts'
import type { FlowNode } from '../../flow.ts'
import { typeNames } from '../catalogue/type-names.ts'
import type { Finding } from '../finding.ts'
import { libraryOf } from '../library.ts'
import type { Surroundings } from '../surroundings.ts'
import type { NodeCheck } from './own-problems.ts'
import { fitsType, fitsVariable } from './value-types.ts'

type Report = (finding: Finding) => void
type Call = Extract<FlowNode, { type: 'subflow' }>['data']
type Inner = Surroundings['flow']['subflows'][string]

/** SUBFLOW_UNKNOWN, SUBFLOW_RECURSION, SUBFLOW_INPUT_…, SUBFLOW_OUTPUT_UNKNOWN, RESULT_UNKNOWN: calls fit what is called. */
export const checkSubflowCall: NodeCheck = ({ node, fields }, surroundings, report) => {
  const { flow } = surroundings
  for (const { field, hint, value } of fields) {
    if (hint.widget !== 'result' || typeof value !== 'string' || value === '' || flow.interface.results.includes(value)) continue
    report({ code: 'RESULT_UNKNOWN', field, values: { name: value } })
  }
  if (node.type !== 'subflow' || node.data.flow === '') return
  const { flow: key } = node.data
  const inner = Object.hasOwn(flow.subflows, key) ? flow.subflows[key] : undefined
  if (!inner) return report({ code: 'SUBFLOW_UNKNOWN', field: 'flow', values: { name: key } })
  if (libraryOf(flow.subflows).recursive.has(key)) report({ code: 'SUBFLOW_RECURSION', field: 'flow', values: { name: inner.name || key } })
  checkInputs(node.data, inner, surroundings, report)
  checkOutputs(node.data, inner, surroundings, report)
}

function checkInputs({ flow: key, inputs }: Call, inner: Inner, { flow, locale }: Surroundings, report: Report): void {
  const values = { flow: inner.name || key }
  for (const { variable, value } of inputs) {
    if (variable === '') continue
    const declaration = inner.variables.find(({ name }) => name === variable)
    if (!declaration || !inner.interface.inputs.includes(variable)) {
      report({ code: 'SUBFLOW_INPUT_UNKNOWN', field: 'inputs', values: { ...values, name: variable } })
      continue
    }
    const compiled = compile(flow.variables, value)
    if (!compiled.ok || fitsVariable(declaration, compiled.type, value)) continue
    report({
      code: 'VALUE_WRONG_TYPE',
      field: 'inputs',
      values: { name: variable, type: typeNames[declaration.type][locale], source: value },
    })
  }
  for (const name of inner.interface.inputs) {
    if (!inputs.some(({ variable }) => variable === name))
      report({ code: 'SUBFLOW_INPUT_MISSING', field: 'inputs', values: { ...values, name } })
  }
}

function checkOutputs({ flow: key, outputs }: Call, inner: Inner, { flow, locale }: Surroundings, report: Report): void {
  for (const { variable, output } of outputs) {
    if (output === '') continue
    const from = inner.variables.find(({ name }) => name === output)
    if (!from || !inner.interface.outputs.includes(output)) {
      report({ code: 'SUBFLOW_OUTPUT_UNKNOWN', field: 'outputs', values: { name: output, flow: inner.name || key } })
      continue
    }
    const to = flow.variables.find(({ name }) => name === variable)
    if (!to || fitsType(to.type, from.type)) continue
    report({ code: 'VALUE_WRONG_TYPE', field: 'outputs', values: { name: variable, type: typeNames[to.type][locale], source: output } })
  }
}
