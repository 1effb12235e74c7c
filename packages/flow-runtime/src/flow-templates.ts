import appointment from '../templates/appointment.flow.json' with { type: 'json' }
import support from '../templates/support.flow.json' with { type: 'json' }
import survey from '../templates/survey.flow.json' with { type: 'json' }
import threeNodes from '../templates/three-nodes.flow.json' with { type: 'json' }
import { type Flow, flow } from './flow.ts'

/** Flows to start from, by id. */
export const templates: Readonly<Record<'appointment' | 'support' | 'survey' | 'threeNodes', Flow>> = {
  appointment: flow.parse(appointment),
  support: flow.parse(support),
  survey: flow.parse(survey),
  threeNodes: flow.parse(threeNodes),
}
