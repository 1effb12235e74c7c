import type { NodeContext, NodeStep } from '../../node-type.ts'
import type { SlotRequest, Understanding } from '../../understanding.ts'
import { isValueOf } from '../../values.ts'
import type { Why } from '../../why/why.ts'
import { slotCandidates, sureSlot } from '../understand-request.ts'
import type { KeypadConfig, KeypadMemory } from './keypad-config.ts'
import { askAgain, isMasked, listenOn, namesOfKey, secretName } from './questions.ts'
import { spokenDigits } from './spoken-digits.ts'

type Step = NodeStep<KeypadMemory>

/** Slots under which a key, or digits, are looked for in what was said. */
const spoken = { key: '_key', digits: '_digits' } as const

export function wantedSlots(data: KeypadConfig, context: NodeContext): SlotRequest[] {
  if (isMasked(data)) return []
  if (data.mode === 'digits') return [{ name: spoken.digits, type: 'number' }]
  const choices = data.keys.map((one) => ({ value: one.key, synonyms: namesOfKey(one, context) }))
  return [{ name: spoken.key, type: 'choice', choices }]
}

/** A key of a menu, or the next of several. */
export function takeKey(data: KeypadConfig, key: string, context: NodeContext, remembered: KeypadMemory): Step {
  if (data.mode === 'menu') return chooseKey(data, key, context, remembered, { code: 'keyChosen', values: { key } })
  if (key === data.end) return remembered.digits === '' ? {} : endEntry(data, context, remembered)
  if (key === '*' || key === '#') return listenOn(data, context, { ...remembered, digits: '', entry: remembered.entry + 1 })
  const memory = { ...remembered, asked: true, digits: remembered.digits + (isMasked(data) ? '•' : key) }
  return memory.digits.length >= mostDigits(data) ? endEntry(data, context, memory) : listenOn(data, context, memory)
}

const mostDigits = ({ minDigits, maxDigits }: KeypadConfig) => Math.max(minDigits, maxDigits)

/** The digits as they are: kept if there are enough and the variable can hold them. */
export function endEntry(data: KeypadConfig, context: NodeContext, remembered: KeypadMemory): Step {
  return keepDigits(data, remembered.digits, context, remembered, { code: 'digitsEntered' })
}

function keepDigits(data: KeypadConfig, digits: string, context: NodeContext, remembered: KeypadMemory, why: Why): Step {
  const { length } = digits
  if (length < data.minDigits || length > mostDigits(data)) {
    const values = { count: length, least: data.minDigits, most: mostDigits(data) }
    return askAgain(data, 'notUnderstood', context, remembered, { code: 'digitsMiscounted', values })
  }
  const declaration = context.head.variables.find(({ name }) => name === data.variable)
  if (!declaration) return { outcome: 'done', why }
  const text = isMasked(data) ? secretName(context, remembered) : digits
  const value = declaration.type === 'number' && !isMasked(data) ? Number(text) : text
  if (isValueOf(declaration, value)) return { outcome: 'done', variables: { [data.variable]: value }, why }
  return askAgain(data, 'notUnderstood', context, remembered, { code: 'digitsDoNotFit', values: { variable: data.variable } })
}

/** What was said instead: the name of a key, or digits, unless the entry is masked. */
export function decide(data: KeypadConfig, result: Understanding, context: NodeContext, remembered: KeypadMemory): Step {
  const candidates = slotCandidates(result)
  const why: Why = { code: 'keySaid' }
  if (isMasked(data)) return askAgain(data, 'notUnderstood', context, remembered, { code: 'maskedNotSaid' })
  const digits = spokenDigits(context.state.lastSaid?.text ?? '', context.state.language)
  if (data.mode === 'menu') {
    const chosen = sureSlot(result, spoken.key, context)?.value ?? digits ?? ''
    return { candidates, ...chooseKey(data, String(chosen), context, remembered, why) }
  }
  const said = digits ?? sureSlot(result, spoken.digits, context)?.value
  const entered = /^\d+$/.test(String(said)) ? String(said) : undefined
  if (entered !== undefined) return { candidates, ...keepDigits(data, entered, context, remembered, why) }
  return { candidates, ...askAgain(data, 'notUnderstood', context, remembered, { code: 'answerMissing' }) }
}

function chooseKey(data: KeypadConfig, key: string, context: NodeContext, remembered: KeypadMemory, why: Why): Step {
  const chosen = data.keys.find((one) => one.key === key && one.name !== '')
  return chosen ? { outcome: chosen.name, why } : askAgain(data, 'notUnderstood', context, remembered, { code: 'noSuchKey' })
}
