export * from './engine.ts'
export * from './local/local-engine.ts'
