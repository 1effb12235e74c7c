/** Brings the keyboard to a setting of the selected node once its form is drawn. */
export function focusField(field: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const box = document.querySelector(`[data-testid="inspector"] [data-testid="field-${CSS.escape(field)}"]`)
      const control = box?.querySelector<HTMLElement>('textarea, input, select, button[aria-expanded]')
      control?.scrollIntoView({ block: 'nearest' })
      control?.focus()
    }),
  )
}
