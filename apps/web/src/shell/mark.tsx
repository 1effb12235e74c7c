/** The product's mark: a voice. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--ink)" />
      <g fill="var(--on-ink)">
        <rect x="7" y="13" width="3" height="6" rx="1.5" />
        <rect x="12" y="8" width="3" height="16" rx="1.5" />
        <rect x="17" y="11" width="3" height="10" rx="1.5" />
        <rect x="22" y="14" width="3" height="4" rx="1.5" />
      </g>
    </svg>
  )
}
