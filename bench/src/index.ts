export { callAppointmentFlow } from './appointment-call.ts'
export { missingFrom, type SmokeResult, smokeResult } from './smoke-result.ts'
export { signIn } from './studio-client.ts'
export { workflowStatus } from './workflow-status.ts'
