import { router } from '../trpc.ts'
import { list } from './list.ts'
import { move } from './move.ts'
import { remove } from './remove.ts'
import { save } from './save.ts'
import { test } from './test.ts'

export const providers = router({ list, save, remove, move, test })
