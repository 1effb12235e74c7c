/** Whether this is the name of a time zone, such as `Europe/Paris`. */
export function isTimeZone(name: string): boolean {
  try {
    return name.includes('/') || name === 'UTC' ? new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined : false
  } catch {
    return false
  }
}
