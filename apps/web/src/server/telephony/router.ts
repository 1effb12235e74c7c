import { router } from '../trpc.ts'
import { list } from './list.ts'
import { listAtCarrier } from './list-at-carrier.ts'
import { removeConnection } from './remove-connection.ts'
import { removeNumber } from './remove-number.ts'
import { routeNumber } from './route-number.ts'
import { saveConnection } from './save-connection.ts'
import { saveNumber } from './save-number.ts'
import { testConnection } from './test-connection.ts'

export const telephony = router({
  list,
  saveConnection,
  removeConnection,
  testConnection,
  saveNumber,
  removeNumber,
  listAtCarrier,
  routeNumber,
})
