export { type Part, type Stack, type StackOptions, startStack } from './stack.ts'
