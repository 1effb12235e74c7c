import type { Flow, FlowNode } from '../flow.ts'
import type { Operation } from '../operations/operation.ts'
import type { Language } from '../text.ts'
import { type ProblemCode, problemMessages } from './messages.ts'

/** Something that is wrong with a flow. Errors stop a publish, warnings do not. */
export type Problem = {
  code: ProblemCode
  severity: 'error' | 'warning'
  /** One plain sentence in the second person. */
  message: string
  nodeId?: string
  outcome?: string
  /** The field of the node's data, or of the flow, that it is about. */
  field?: string
  /** Key of the subflow the node belongs to. */
  subflow?: string
  /** An edit that solves it, with what it does in the words of the studio. */
  fix?: { label: string; operation: Operation }
}

export type CheckContext = {
  /** Names of the services of the tenant's calendar; absent: not checked. */
  services?: readonly string[]
  /** Language of the messages. */
  locale?: Language
}

/** One group of problems: adds what it finds. */
export type Check = (flow: Flow, report: Report, context: CheckContext) => void

type Place = { node?: FlowNode; outcome?: string; field?: string; values?: Readonly<Record<string, string>> }
export type Report = (code: ProblemCode, severity: Problem['severity'], place?: Place) => void

/** Collects problems, with their sentence in the wanted language. */
export function reporter(problems: Problem[], locale: Language): Report {
  return (code, severity, { node, outcome, field, values = {} } = {}) => {
    const message = problemMessages[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    const problem: Problem = { code, severity, message }
    if (node) problem.nodeId = node.id
    if (outcome !== undefined) problem.outcome = outcome
    if (field !== undefined) problem.field = field
    problems.push(problem)
  }
}
