import { procedure } from '../trpc.ts'
import { intentSet } from './intent-set.ts'
import { judge } from './judge.ts'

/** Which samples are mistaken for which intent. A mutation only because samples are too long for an address: nothing is changed. */
export const confusion = procedure.input(intentSet).mutation(({ input }) => judge().confusion(input))
