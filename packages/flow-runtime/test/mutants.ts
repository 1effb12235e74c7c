/** Ways to break a guarantee of the interpreter: `without` is taken out of the file and `instead` put there. A property must notice. */
export const mutants: readonly { name: string; guarantee: string; file: string; without: string; instead: string }[] = [
  {
    name: 'endless-hops',
    guarantee: '1: a loop that waits for nobody ends in the failure line',
    file: 'interpreter/walk.ts',
    without: 'hops < maxSilentHops; hops += 1',
    instead: 'hops < maxSilentHops * 2; hops += 1',
  },
  {
    name: 'silent-failure',
    guarantee: '1: a flow that cannot go on says so',
    file: 'interpreter/ending.ts',
    without: "return endWithLine(flow, stepped, now, 'failed', flow.settings.failureLine, why)",
    instead: "return endWithLine(flow, stepped, now, 'failed', '', why)",
  },
  {
    name: 'no-time-limit',
    guarantee: '2: a call cannot outlive its longest duration',
    file: 'interpreter/interpreter.ts',
    without: ' || event.at - state.startedAt >= flow.settings.maxCallMs',
    instead: '',
  },
  {
    name: 'unheard-forgotten',
    guarantee: '3: what had to be heard is heard or kept as not heard',
    file: 'interpreter/ending.ts',
    without: 'return ids.length === 0 ? state :',
    instead: 'return ids.length >= 0 ? state :',
  },
  {
    name: 'question-skipped',
    guarantee: '3: a required question is asked before its node is left',
    file: 'nodes/ask/questions.ts',
    without: 'const question = textIn(asked(data, context, remembered).question, state.language',
    instead: "const question = textIn('', state.language",
  },
  {
    name: 'state-outside-json',
    guarantee: '4: a state that went through JSON is the same state',
    file: 'interpreter/take.ts',
    without: 'hasFloor: result.hasFloor ?? state.hasFloor,',
    instead: 'hasFloor: result.hasFloor,',
  },
  {
    name: 'late-answers-count',
    guarantee: '5: late and foreign answers never move the call',
    file: 'interpreter/answers.ts',
    without: 'id === event.effectId && type === effectOfAnswer[event.type]',
    instead: 'type === effectOfAnswer[event.type]',
  },
]
