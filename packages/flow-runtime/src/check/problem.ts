import type { Operation } from '../operations/operation.ts'
import type { Language } from '../text.ts'
import type { ProblemCode } from './catalogue/problem-catalogue.ts'

/** Something that is wrong with a flow. Errors stop a publish, warnings do not. */
export type Problem = {
  code: ProblemCode
  severity: 'error' | 'warning'
  /** One plain sentence in the second person. */
  message: string
  /** With `subflow`: a node of that subflow. */
  nodeId?: string
  outcome?: string
  /** The field of the node's data, or of the flow, that it is about. */
  field?: string
  /** Key of the subflow that has the problem; absent: the flow itself. */
  subflow?: string
  /** An edit of the flow that puts it right, with the words for its button. */
  fix?: { label: string; operation: Operation }
}

/** What the tenant wants callers to hear and to be asked. */
export type CheckRules = {
  /** Every caller hears that they speak to an automatic assistant before they are listened to. */
  aiDisclosure?: boolean
  /** Every caller hears that the call is recorded before they are listened to. */
  recordingNotice?: boolean
  /** Purposes that every call asks the caller's consent for before it ends well. */
  consent?: readonly string[]
}

/** What is known of the tenant. A list that is absent is not checked against. */
export type CheckContext = {
  /** Names of the services of the tenant's calendar. */
  services?: readonly string[]
  /** Numbers calls may be transferred to, E.164. */
  numbers?: readonly string[]
  /** Numbers and addresses messages may come from. */
  senders?: readonly string[]
  messageTemplates?: readonly string[]
  /** Names of the tools the tenant has connected. */
  tools?: readonly string[]
  /** Languages the tenant has a voice for. */
  voices?: readonly Language[]
  rules?: CheckRules
  /** Language of the messages. */
  locale?: Language
}
