import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

const linesOf = (redactPii: boolean) => {
  const lines: string[] = []
  const logger = createLogger({ level: 'info', redactPii }, { write: (line) => void lines.push(line) })
  logger.child({ callId: 'c1' }).info({ pii: { text: 'Ann Smith' }, cause: { pii: '+33123456789' } }, 'heard')
  return lines.join('')
}

test('personal data does not reach the log of a production process; the call it belongs to does', () => {
  expect(JSON.parse(linesOf(true))).toMatchObject({ level: 'info', callId: 'c1', msg: 'heard', pii: '[redacted]' })
  expect(linesOf(true)).not.toMatch(/Ann|\+33/)
  expect(linesOf(false)).toContain('Ann Smith')
})
