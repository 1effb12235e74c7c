import { env } from '../env.ts'

/** The page of a workflow in the Temporal UI; undefined when nobody said where that is. */
export function temporalUrl(workflowId: string): string | undefined {
  const { TEMPORAL_UI_URL, TEMPORAL_NAMESPACE } = env()
  if (!TEMPORAL_UI_URL) return undefined
  return `${TEMPORAL_UI_URL}/namespaces/${encodeURIComponent(TEMPORAL_NAMESPACE)}/workflows/${encodeURIComponent(workflowId)}`
}
