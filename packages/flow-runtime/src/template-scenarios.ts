import * as z from 'zod'
import appointment from '../templates/appointment.scenarios.json' with { type: 'json' }
import bilingualAppointments from '../templates/bilingual-appointments.scenarios.json' with { type: 'json' }
import dealership from '../templates/dealership.scenarios.json' with { type: 'json' }
import realEstate from '../templates/real-estate.scenarios.json' with { type: 'json' }
import support from '../templates/support.scenarios.json' with { type: 'json' }
import survey from '../templates/survey.scenarios.json' with { type: 'json' }
import threeNodes from '../templates/three-nodes.scenarios.json' with { type: 'json' }
import type { TemplateId } from './flow-templates.ts'
import { type Scenario, scenario } from './scenarios/scenario-document.ts'

const read = (document: unknown): Scenario[] => z.array(scenario).parse(document)

/** The scenarios each template comes with. An entry point of its own, as the templates are. */
export const templateScenarios = {
  appointment: read(appointment),
  threeNodes: read(threeNodes),
  realEstate: read(realEstate),
  dealership: read(dealership),
  bilingualAppointments: read(bilingualAppointments),
  support: read(support),
  survey: read(survey),
} as const satisfies Readonly<Record<TemplateId, readonly Scenario[]>>
