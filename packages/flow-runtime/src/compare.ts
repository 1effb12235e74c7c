export { compareFlows } from './compare/compare-flows.ts'
export type { FlowComparison } from './compare/comparison.ts'
export { describeComparison } from './compare/describe-comparison.ts'
