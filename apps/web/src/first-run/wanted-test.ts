export type TestKind = 'voice' | 'text'

let wanted: { flowId: string; kind: TestKind } | undefined

/** A test of a flow to begin as soon as its editor stands. In no address: a link from elsewhere must not open a microphone. */
export function wantTest(flowId: string, kind: TestKind): void {
  wanted = { flowId, kind }
}

/** The test that is wanted of this flow, once. */
export function takeWantedTest(flowId: string): TestKind | undefined {
  const kind = wanted?.flowId === flowId ? wanted.kind : undefined
  wanted = undefined
  return kind
}
