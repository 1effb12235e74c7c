const longestWaitMs = 2_000

/**
 * Gives the keyboard to what is there, or is about to be drawn, unless the mouse is faster. What was added just now is hidden
 * until it is measured, and hidden things take no focus.
 */
export function focusWhenSeen(find: () => HTMLElement | null): void {
  const done = AbortSignal.timeout(longestWaitMs)
  const overtaken = new AbortController()
  document.addEventListener('pointerdown', () => overtaken.abort(), { capture: true, once: true, signal: done })
  const look = () => {
    if (overtaken.signal.aborted) return
    const wanted = find()
    wanted?.focus({ preventScroll: true })
    if (document.activeElement !== wanted && !done.aborted) requestAnimationFrame(look)
  }
  look()
}

/** Gives the keyboard to a card or note as soon as it is drawn. */
export const focusNode = (id: string): void =>
  focusWhenSeen(() => document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`))

const inspectorOf = (nodeId: string) => document.querySelector<HTMLElement>(`#inspector[data-node="${CSS.escape(nodeId)}"]`)

/** Gives the keyboard to the first setting of a node, as soon as its form is drawn; to the form where nothing can be changed. */
export function focusInspector(nodeId: string): void {
  focusWhenSeen(() => {
    const inspector = inspectorOf(nodeId)
    return inspector?.querySelector<HTMLElement>('input:enabled, textarea:enabled, select:enabled, [contenteditable=true]') ?? inspector
  })
}

/** Gives the keyboard to one setting of a node, as soon as its form is drawn, and brings the setting into view. */
export function focusField(nodeId: string, field: string): void {
  focusWhenSeen(() => {
    const inspector = inspectorOf(nodeId)
    const box = inspector?.querySelector(`[data-testid="field-${CSS.escape(field)}"]`)
    if (!box) return null
    box.scrollIntoView({ block: 'nearest' })
    return box.querySelector<HTMLElement>('textarea:enabled, input:enabled, select:enabled, button[aria-expanded]:enabled') ?? inspector
  })
}

/** The card or note that has the keyboard, by its id on the canvas. */
export const focusedNode = (): string | undefined => document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** True in a dialog, a picker or a list of choices: these have keys of their own. */
export const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null || (target instanceof Element && target.closest('[role=dialog]') !== null)

/** True while the keys without Ctrl or ⌘ belong to the canvas: it, or nothing at all, has the keyboard. */
export const isOnCanvas = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && (target.closest('.react-flow') !== null || target.id === 'inspector'))
