import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from '../../../../server/router.ts'

export const dynamic = 'force-dynamic'

const handler = (request: Request) =>
  fetchRequestHandler({ endpoint: '/api/trpc', req: request, router: appRouter, createContext: () => ({ headers: request.headers }) })

export { handler as GET, handler as POST }
