import { changedFields } from '../document/field-references.ts'
import type { FlowNode } from '../flow.ts'
import { renamingVariable } from './rename-variable.ts'

/** No variable can be called so. */
const placeholder = '_'

/** Whether a node's fields, texts or expressions name a variable. */
export const usesVariable = (node: FlowNode, name: string) =>
  Object.keys(changedFields(node, renamingVariable(name, placeholder))).length > 0

/** Whether a node listens for an intent. */
export const usesIntent = (node: FlowNode, name: string) =>
  Object.keys(changedFields(node, (kind, text) => (kind === 'intent' && text === name ? placeholder : text))).length > 0
