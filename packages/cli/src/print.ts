/** Writes a result: as JSON for programs, otherwise as text. */
export function print(json: boolean, result: unknown, text: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : text())
}
