/**
 * Loads a module while loggers that take the descriptor of standard output at their birth (the room client's) get that of standard
 * error: standard output belongs to the result.
 */
export async function logsToStderr<T>(load: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(process.stdout, 'fd')
  Object.defineProperty(process.stdout, 'fd', { value: 2, configurable: true })
  try {
    return await load()
  } finally {
    if (own) Object.defineProperty(process.stdout, 'fd', own)
    else Reflect.deleteProperty(process.stdout, 'fd')
  }
}
