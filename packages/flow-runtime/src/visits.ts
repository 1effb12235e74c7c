import type { CallState } from './state.ts'

/** How often the call has come to a node (whole id), coming back to it included. */
export function visitsOf({ path }: Pick<CallState, 'path'>, nodeId: string): number {
  let visits = 0
  for (const id of path) if (id === nodeId) visits += 1
  return visits
}
