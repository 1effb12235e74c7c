/** One thing that is wrong with a file, with its place in it. */
export type InputProblem = { code: string; path: string; expected: string; message: string }

/** A file that cannot be used: said in full, exit code 1. */
export class InputError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly InputProblem[],
  ) {
    super(problems.map(({ message }) => `${file}: ${message}`).join('\n'))
    this.name = 'InputError'
  }
}

/** A command that was not understood: said with its usage, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
