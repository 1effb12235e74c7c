import { type Environment, EvaluationError } from '@marcbachmann/cel-js'

const mixed = [
  ['double', 'int'],
  ['int', 'double'],
] as const

/** Lets numbers (CEL's `double`) be computed and compared with whole numbers as people write them (CEL's `int`), in either order. */
export function registerNumbers(environment: Environment): void {
  for (const [left, right] of mixed) {
    environment.registerOperator(`${left} + ${right}: double`, (a, b) => Number(a) + Number(b))
    environment.registerOperator(`${left} - ${right}: double`, (a, b) => Number(a) - Number(b))
    environment.registerOperator(`${left} * ${right}: double`, (a, b) => Number(a) * Number(b))
    environment.registerOperator(`${left} / ${right}: double`, (a, b) => Number(a) / divisor(b))
    environment.registerOperator(`${left} % ${right}: double`, (a, b) => Number(a) % divisor(b))
  }
  environment.registerOperator('double % double: double', (a, b) => a % divisor(b))
  environment.registerOperator('double == int', (a, b) => Number(a) === Number(b))
  environment.registerOperator('double in list<int>: bool', (value, list) => [...list].some((item) => Number(item) === value))
}

/** A division by nothing has no result, rather than an infinite one. */
function divisor(value: number | bigint): number {
  if (Number(value) === 0) throw new EvaluationError({ code: 'division_by_zero', message: 'division by zero' })
  return Number(value)
}
