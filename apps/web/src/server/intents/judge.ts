import { createIntentJudge } from '@parley/understanding/intents'
import { once } from '../once.ts'

/** The engine of calls, for those who write samples. */
export const judge = once('intentJudge', createIntentJudge)
