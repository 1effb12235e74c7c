import { sameValue } from '../compare/same-value.ts'
import type { Flow } from '../flow.ts'
import type { IntentDeclaration } from '../flow-head.ts'
import { renameInNodes } from './rename-in-nodes.ts'

/** The same flow when the name is taken. */
export function addIntent(flow: Flow, intent: IntentDeclaration): Flow {
  return isDeclared(flow, intent.name) ? flow : { ...flow, intents: [...flow.intents, intent] }
}

/** The same flow when there is no such intent, the new name is taken, or nothing would change. */
export function updateIntent(flow: Flow, name: string, intent: IntentDeclaration): Flow {
  const before = flow.intents.find((declared) => declared.name === name)
  const isRenamed = intent.name !== name
  if (!before || sameValue(before, intent) || (isRenamed && isDeclared(flow, intent.name))) return flow
  const changed = { ...flow, intents: flow.intents.map((declared) => (declared === before ? intent : declared)) }
  return isRenamed ? renameInNodes(changed, { kind: 'intent', from: name, to: intent.name }) : changed
}

/** The same flow when there is no such intent. */
export function removeIntent(flow: Flow, name: string): Flow {
  return isDeclared(flow, name) ? { ...flow, intents: flow.intents.filter((declared) => declared.name !== name) } : flow
}

const isDeclared = (flow: Flow, name: string) => flow.intents.some((declared) => declared.name === name)
