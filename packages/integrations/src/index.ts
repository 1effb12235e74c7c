export { createTools } from './create-tools.ts'
export type { ToolContext } from './tool-context.ts'
export { ToolError } from './tool-error.ts'
