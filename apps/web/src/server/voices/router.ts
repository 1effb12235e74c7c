import { router } from '../trpc.ts'
import { giveToFlow } from './give-to-flow.ts'
import { list } from './list.ts'
import { sources } from './sources.ts'

export const voices = router({ sources, list, giveToFlow })
