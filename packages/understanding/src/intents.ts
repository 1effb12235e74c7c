export { type Confusion, createIntentJudge, type IntentJudge, type Mistake } from './local/intents/intent-judge.ts'
