export const steps = ['hear', 'adapt', 'publish'] as const
export type Step = (typeof steps)[number]
export type Progress = { heard: boolean; adapted: boolean; published: boolean }

const doneBy = { hear: 'heard', adapt: 'adapted', publish: 'published' } as const satisfies Record<Step, keyof Progress>

export const noteOf = (step: Step) => doneBy[step]
export const isStepDone = (step: Step, progress: Progress): boolean => progress[doneBy[step]]
export const firstOpenStep = (progress: Progress): Step | undefined => steps.find((step) => !isStepDone(step, progress))
