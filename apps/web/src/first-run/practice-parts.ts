import type { Flow, FlowNode } from '@parley/flow-runtime'

type NodeOf<T extends FlowNode['type']> = Extract<FlowNode, { type: T }>

/** The nodes of the appointment template that the guided path changes; those that somebody removed are missing. */
export function practiceParts({ nodes }: Pick<Flow, 'nodes'>) {
  return {
    greeting: nodes.find((node): node is NodeOf<'greeting'> => node.id === 'greet' && node.type === 'greeting'),
    wish: nodes.find((node): node is NodeOf<'intent'> => node.id === 'why' && node.type === 'intent'),
    hours: nodes.find((node): node is NodeOf<'say'> => node.id === 'hours' && node.type === 'say'),
    day: nodes.find((node): node is NodeOf<'ask'> => node.id === 'askDay' && node.type === 'ask'),
    time: nodes.find((node): node is NodeOf<'ask'> => node.id === 'askTime' && node.type === 'ask'),
    book: nodes.find((node): node is NodeOf<'book'> => node.id === 'book' && node.type === 'book'),
    confirm: nodes.find((node): node is NodeOf<'say'> => node.id === 'confirm' && node.type === 'say'),
    /** Added by the path where there are several services. */
    service: nodes.find((node): node is NodeOf<'ask'> => node.id === 'askService' && node.type === 'ask'),
  }
}

/** Whether the path can be walked with a flow: it greets, tells the hours and books. */
export function isPracticeFlow(flow: Pick<Flow, 'nodes'>): boolean {
  const { greeting, hours, book } = practiceParts(flow)
  return Boolean(greeting && hours && book)
}
