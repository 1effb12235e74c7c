export { mergeFlows } from './merge/merge-flows.ts'
export type { MergeConflict, MergedFlow } from './merge/merged-flow.ts'
export { renameNodes } from './merge/rename-nodes.ts'
