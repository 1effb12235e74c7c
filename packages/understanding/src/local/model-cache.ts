/** Keeps the values used last, up to a number of them. */
export function createCache<Value>(size: number): (key: string, create: () => Value) => Value {
  const values = new Map<string, Value>()
  return (key, create) => {
    const known = values.get(key)
    const value = known ?? create()
    values.delete(key)
    values.set(key, value)
    if (values.size > size) {
      const [oldest] = values.keys()
      if (oldest !== undefined) values.delete(oldest)
    }
    return value
  }
}
