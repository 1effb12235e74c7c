import appointment from '../templates/appointment.flow.json' with { type: 'json' }
import bilingualAppointments from '../templates/bilingual-appointments.flow.json' with { type: 'json' }
import dealership from '../templates/dealership.flow.json' with { type: 'json' }
import realEstate from '../templates/real-estate.flow.json' with { type: 'json' }
import support from '../templates/support.flow.json' with { type: 'json' }
import survey from '../templates/survey.flow.json' with { type: 'json' }
import threeNodes from '../templates/three-nodes.flow.json' with { type: 'json' }
import { type Flow, flow } from './flow.ts'

/** Flows to start from, by id. An entry point of its own (`@parley/flow-runtime/templates`): no page carries them all. */
export const templates = {
  appointment: flow.parse(appointment),
  threeNodes: flow.parse(threeNodes),
  realEstate: flow.parse(realEstate),
  dealership: flow.parse(dealership),
  bilingualAppointments: flow.parse(bilingualAppointments),
  support: flow.parse(support),
  survey: flow.parse(survey),
} as const satisfies Readonly<Record<string, Flow>>

export type TemplateId = keyof typeof templates
