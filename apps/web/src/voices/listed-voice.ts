import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

type Voices = inferRouterOutputs<AppRouter>['voices']

export type VoiceSource = Voices['sources'][number]
export type ListedVoice = Extract<Voices['list'], { ok: true }>['voices'][number]
