/** Up to two letters for a name: `Ana Lopez` → `AL`. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '')
  const [first = '?', ...more] = words
  const last = more.at(-1) ?? ''
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}
