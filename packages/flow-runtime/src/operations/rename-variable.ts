import { changedFields, changedSettings, type SeeReference } from '../document/field-references.ts'
import type { Flow, FlowNode } from '../flow.ts'
import { settings } from '../settings.ts'
import { changeEach } from './change-each.ts'
import { withRewritten } from './change-node.ts'
import { renameInExpression } from './rename-in-expression.ts'
import { renameInTemplate } from './rename-in-template.ts'

/** The nodes and settings of a flow after a variable got another name; nodes that do not use it keep their identity. */
export function renameVariable(flow: Flow, from: string, to: string): Flow {
  const lines = changedSettings(flow.settings, renamingVariable(from, to))
  const changed = settings.safeParse({ ...flow.settings, ...lines })
  return {
    ...flow,
    settings: Object.keys(lines).length > 0 && changed.success ? changed.data : flow.settings,
    nodes: changeEach(flow.nodes, (node) => renameVariableInNode(node, from, to)),
  }
}

/** A node after a variable got another name. */
export const renameVariableInNode = (node: FlowNode, from: string, to: string): FlowNode =>
  withRewritten(node, changedFields(node, renamingVariable(from, to)))

/** Rewrites every reference to a variable. */
export const renamingVariable =
  (from: string, to: string): SeeReference =>
  (kind, text, _path, sees) => {
    // The name means the answer here, not the variable.
    if (sees.some((name) => name === from)) return text
    if (kind === 'template') return renameInTemplate(text, from, to)
    if (kind === 'expression') return renameInExpression(text, from, to)
    return kind === 'variable' && text === from ? to : text
  }
