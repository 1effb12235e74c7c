import type { Language } from '@parley/flow-runtime'
import type { ListedNumber, NumberInput } from './telephony-types.ts'

/** Hours of one weekday (ISO) while they are typed; `id` tells rows apart. `closes` is `00:00` at the end of the day, as a time field has it. */
export type DraftSpan = { id: number; weekday: number; opens: string; closes: string }
export type NumberDraft = {
  id?: string
  connectionId: string
  /** As it is typed. */
  number: string
  name: string
  /** Empty: none. */
  flowId: string
  isAlways: boolean
  hours: readonly DraftSpan[]
  outsideFlowId: string
  language: Language | ''
}

let spans = 0
export const newSpan = (weekday: number, opens = '09:00', closes = '17:00'): DraftSpan => ({ id: ++spans, weekday, opens, closes })

const workdays = () => [1, 2, 3, 4, 5].map((weekday) => newSpan(weekday))

export const newNumberDraft = (connectionId: string): NumberDraft => ({
  ...{ connectionId, number: '', name: '', flowId: '', isAlways: true, hours: workdays(), outsideFlowId: '', language: '' },
})

export function numberDraftOf({ id, connectionId, international, name, flowId, routing }: ListedNumber): NumberDraft {
  const { hours, outsideFlowId = '', language = '' } = routing
  const isAlways = hours.length === 0
  const typed = hours.map(({ weekday, opens, closes }) => newSpan(weekday, opens, closes === '24:00' ? '00:00' : closes))
  return {
    ...{ id, connectionId, number: international, name, flowId: flowId ?? '' },
    ...{ isAlways, hours: isAlways ? workdays() : typed, outsideFlowId, language },
  }
}

const closing = ({ closes }: DraftSpan) => (closes === '00:00' ? '24:00' : closes)

/** What is wrong with the hours; undefined when nothing is. */
export function faultOfHours({ isAlways, hours }: Pick<NumberDraft, 'isAlways' | 'hours'>): 'hoursWrong' | 'hoursMissing' | undefined {
  if (isAlways) return undefined
  if (hours.length === 0) return 'hoursMissing'
  return hours.some((span) => span.opens === '' || span.closes === '' || span.opens >= closing(span)) ? 'hoursWrong' : undefined
}

/** As the server takes it. `number`: E.164. */
export function numberInputOf(draft: NumberDraft, number: string): NumberInput {
  const { id, connectionId, name, flowId, isAlways, hours, outsideFlowId, language } = draft
  const inOrder = [...hours].sort((one, other) => one.weekday - other.weekday || one.opens.localeCompare(other.opens))
  return {
    ...{ id, connectionId, number, name: name.trim(), flowId: flowId || null },
    routing: {
      ...(isAlways ? {} : { hours: inOrder.map((span) => ({ weekday: span.weekday, opens: span.opens, closes: closing(span) })) }),
      ...(isAlways || !outsideFlowId ? {} : { outsideFlowId }),
      ...(language ? { language } : {}),
    },
  }
}
