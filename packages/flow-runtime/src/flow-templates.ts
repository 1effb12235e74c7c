import appointment from '../templates/appointment.flow.json' with { type: 'json' }
import threeNodes from '../templates/three-nodes.flow.json' with { type: 'json' }
import { type Flow, flow } from './flow.ts'

/** Flows to start from, by id. */
export const templates: Readonly<Record<'appointment' | 'threeNodes', Flow>> = {
  appointment: flow.parse(appointment),
  threeNodes: flow.parse(threeNodes),
}
