import { router } from '../trpc.ts'
import { read } from './read.ts'
import { save } from './save.ts'

export const workspace = router({ read, save })
