import { type Flow, type FlowNode, flowNode, type SingleOperation } from '@parley/flow-runtime'
import { listInWords } from '@parley/flow-runtime/authoring'
import { cardWidth, freePlace } from '../flow-editor/card-size.ts'
import { leadThrough } from '../flow-editor/connect/insert-on-edge.ts'
import { newEdge } from '../flow-editor/node-edits.ts'
import { edgeFrom } from '../flow-editor/state/flow-lookup.ts'
import type { Practice } from './practice.ts'
import { practiceParts } from './practice-parts.ts'
import { textsOf } from './texts-of.ts'

const asked = 'service'
const step = cardWidth + 80

/** Edits after which a flow books one service without a question, or asks which of several before it asks for the day. */
export function offerServices(flow: Flow, services: Practice['services']): SingleOperation[] {
  const { book, confirm } = practiceParts(flow)
  const names = services.map(({ name }) => name.replace(/[{}]/g, '').trim())
  const [only, ...more] = names
  if (!book || only === undefined) return []
  const isAsked = more.length > 0
  const what = isAsked ? `{{ ${asked} }}` : only
  const confirmed = textsOf(flow, {
    en: `Thank you, {{ patient }}. You are booked for ${what} on {{ day }} at {{ time }}.`,
    fr: `Merci, {{ patient }}. Votre rendez-vous, ${what}, est le {{ day }} à {{ time }}.`,
  })
  return [
    ...(isAsked ? askWhich(flow, names) : askNothing(flow)),
    { type: 'updateNode', id: book.id, data: { service: what } },
    ...(confirm ? [{ type: 'updateNode' as const, id: confirm.id, data: { text: confirmed } }] : []),
  ]
}

function askWhich(flow: Flow, names: readonly string[]): SingleOperation[] {
  const { wish, day, service } = practiceParts(flow)
  const choices = names.map((value) => ({ value, synonyms: [] }))
  const variable = { name: asked, type: 'choice' as const, label: 'Service', pii: false, choices }
  const isDeclared = flow.variables.some(({ name }) => name === asked)
  const declared: SingleOperation = isDeclared ? { type: 'updateVariable', name: asked, variable } : { type: 'addVariable', variable }
  const [en, fr] = [listInWords(names, 'or', 'en'), listInWords(names, 'or', 'fr')]
  const words = {
    reprompt: textsOf(flow, {
      en: `Sorry, what would it be? For example, ${names[0]}.`,
      fr: `Pardon, pour quoi ? Par exemple, ${names[0]}.`,
    }),
    secondReprompt: textsOf(flow, { en: `Please say ${en}.`, fr: `Dites-moi ${fr}.` }),
  }
  const heardAtOnce: SingleOperation[] =
    wish && !wish.data.fills.includes(asked) ? [{ type: 'updateNode', id: wish.id, data: { fills: [...wish.data.fills, asked] } }] : []
  if (service) return [declared, { type: 'updateNode', id: service.id, data: words }, ...heardAtOnce]

  const into = wish && edgeFrom(flow, wish.id, 'book')
  if (!into || !day || into.target !== day.id) return [declared]
  const question = textsOf(flow, { en: 'What would you like to come for?', fr: 'Pour quoi souhaitez-vous venir ?' })
  const node = flowNode.parse({ id: 'askService', type: 'ask', position: day.position, data: { variable: asked, question, ...words } })
  const sideways = ['noMatch', 'silent'].flatMap((outcome): SingleOperation[] => {
    const edge = edgeFrom(flow, day.id, outcome)
    return edge ? [{ type: 'connect', edge: newEdge(node.id, outcome, edge.target) }] : []
  })
  return [declared, ...makeRoom(flow, day), { type: 'addNode', node }, ...leadThrough(flow, into, node), ...sideways, ...heardAtOnce]
}

/** Everything in the row of the node and to its right moves on by one card. */
function makeRoom(flow: Flow, at: FlowNode): SingleOperation[] {
  const { x, y } = at.position
  if (freePlace(flow, { ...at, id: '' }, { x, y }).y === y) return []
  const further = <Thing extends { position: { x: number; y: number } }>(thing: Thing): Thing =>
    thing.position.x < x ? thing : { ...thing, position: { x: thing.position.x + step, y: thing.position.y } }
  const moved = flow.nodes.filter(({ position }) => position.x >= x).map(further)
  return [
    ...moved.map(({ id, position }) => ({ type: 'moveNode' as const, id, position })),
    { type: 'setNotes', notes: flow.notes.map(further) },
  ]
}

function askNothing(flow: Flow): SingleOperation[] {
  const { wish, service } = practiceParts(flow)
  if (!wish || !service) return []
  const into = edgeFrom(flow, wish.id, 'book')
  const on = edgeFrom(flow, service.id, 'done')
  return [
    { type: 'removeNode', id: service.id },
    ...(into && on ? [{ type: 'connect' as const, edge: newEdge(wish.id, 'book', on.target) }] : []),
    { type: 'updateNode', id: wish.id, data: { fills: wish.data.fills.filter((name) => name !== asked) } },
    { type: 'removeVariable', name: asked },
  ]
}
