import { router } from '../trpc.ts'
import { list } from './list.ts'
import { sources } from './sources.ts'

export const voices = router({ sources, list })
