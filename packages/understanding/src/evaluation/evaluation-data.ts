import { z } from 'zod'

/** `domains.<domain>.<intent>`: what an author would type and what callers say; `outOfScope`: what belongs to no intent of any domain. */
export const intentEvaluationData = z.object({
  domains: z.record(z.string(), z.record(z.string(), z.object({ samples: z.array(z.string()), utterances: z.array(z.string()) }))),
  outOfScope: z.array(z.string()),
})
export type IntentEvaluationData = z.output<typeof intentEvaluationData>

const act = z.object({ act: z.string(), slot: z.string(), values: z.array(z.string()) })
/** Dialogues whose user turns carry acts with canonical values (`11:30`, `2019-03-09`), as in Schema-Guided Dialogue; "today" is 2019-03-01. */
export const slotEvaluationData = z.object({
  dialogues: z.array(z.object({ turns: z.array(z.object({ speaker: z.string(), text: z.string(), acts: z.array(act) })) })),
})
export type SlotEvaluationData = z.output<typeof slotEvaluationData>
