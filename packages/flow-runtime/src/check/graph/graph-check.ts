import type { Finding } from '../finding.ts'
import type { FlowGraph } from './flow-graph.ts'

/** One group of problems that take the graph: reports what it finds. */
export type GraphCheck = (graph: FlowGraph, report: (finding: Finding) => void) => void
