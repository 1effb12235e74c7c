export { compareFlows } from './compare/compare-flows.ts'
export type { FlowComparison } from './compare/comparison.ts'
export { type ComparisonLine, comparisonLines, describeComparison } from './compare/describe-comparison.ts'
