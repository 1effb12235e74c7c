import { agent } from './agent/agent.ts'
import { answer } from './answer/answer.ts'
import { anywhere } from './anywhere/anywhere.ts'
import { ask } from './ask/ask.ts'
import { background } from './background/background.ts'
import { book } from './book/book.ts'
import { branch } from './branch/branch.ts'
import { callback } from './callback/callback.ts'
import { consent } from './consent/consent.ts'
import { contact } from './contact/contact.ts'
import { end } from './end/end.ts'
import { form } from './form/form.ts'
import { greeting } from './greeting/greeting.ts'
import { http } from './http/http.ts'
import { intent } from './intent/intent.ts'
import { keypad } from './keypad/keypad.ts'
import { language } from './language/language.ts'
import { machine } from './machine/machine.ts'
import { message } from './message/message.ts'
import { say } from './say/say.ts'
import { set } from './set/set.ts'
import { split } from './split/split.ts'
import { subflow } from './subflow/subflow.ts'
import { tag } from './tag/tag.ts'
import { tool } from './tool/tool.ts'
import { transfer } from './transfer/transfer.ts'
import { wait } from './wait/wait.ts'

/** Every node type the product knows. Adding one = a folder next door and one line here. */
export const nodeTypes = {
  greeting,
  say,
  intent,
  ask,
  form,
  keypad,
  agent,
  answer,
  branch,
  set,
  split,
  subflow,
  anywhere,
  wait,
  book,
  contact,
  message,
  tag,
  consent,
  http,
  tool,
  background,
  transfer,
  callback,
  language,
  machine,
  end,
} as const
export type NodeTypes = typeof nodeTypes
export type NodeType = keyof NodeTypes
