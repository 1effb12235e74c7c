export * from './evaluate-intents.ts'
export * from './evaluate-slots.ts'
export * from './evaluation-data.ts'
