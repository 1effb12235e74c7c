export { type Backtest, type BacktestOptions, backtest, type Passage } from './scenarios/backtest.ts'
export { type Coverage, coverageOf } from './scenarios/coverage.ts'
export type { FailureCode } from './scenarios/failure-messages.ts'
export { journalDocument } from './scenarios/journal-document.ts'
export { journalPath } from './scenarios/journal-path.ts'
export { type PlayedSteps, playSteps } from './scenarios/play-steps.ts'
export { readScenarios, type ScenarioProblem, type ScenariosRead } from './scenarios/read-scenarios.ts'
export { runScenario, type ScenarioOptions, type ScenarioResult } from './scenarios/run-scenario.ts'
export { runScenarios } from './scenarios/run-scenarios.ts'
export { type Scenario, type ScenarioFacts, scenario, scenarioFacts, scenarioStep } from './scenarios/scenario-document.ts'
export { type ScenarioOfJournal, scenarioFromJournal } from './scenarios/scenario-from-journal.ts'
export type { InputStep, ScenarioStep } from './scenarios/scenario-step.ts'
export type { ToolAnswer, World } from './scenarios/settle.ts'
export {
  type CallerMove,
  type CallerTurn,
  type SimulatedCall,
  type SimulatedCaller,
  type SimulateOptions,
  simulateCall,
} from './scenarios/simulate-call.ts'
export { stepWords } from './scenarios/step-words.ts'
export { type JournalVerdict, verifyJournal } from './scenarios/verify-journal.ts'
