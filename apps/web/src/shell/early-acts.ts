/** Tells the script of `keepEarlyActs` that the page answers. */
export const pageAnswers = 'parley:page-answers'

/**
 * Runs inside the page before its other scripts, as text: it may use nothing from outside itself. A page is seen before it answers; what is typed or
 * chosen in that time, and the last button pressed, is passed on as soon as the event `answers` comes. What is gone by then is not.
 */
export function keepEarlyActs(answers: string): void {
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  const texts = new Map<Field, string>()
  let pressed: HTMLElement | undefined
  const isField = (target: EventTarget | null): target is Field =>
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

  function keepPress(event: Event) {
    const press = event.target instanceof Element ? event.target.closest('button, [type="checkbox"], [type="radio"]') : null
    if (!(press instanceof HTMLElement)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed = press
  }
  function keepText({ target }: Event) {
    if (isField(target)) texts.set(target, target.value)
  }
  function pass(field: Field, text: string) {
    if (!(field instanceof HTMLSelectElement) && field.type !== 'file') {
      // React passes on what differs from the text it saw last, and sees what is set on the field itself, not what its prototype sets.
      const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
      field.value = ''
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      return
    }
    if (field.type !== 'file') field.value = text
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
  document.addEventListener('click', keepPress, true)
  document.addEventListener('input', keepText, true)
  document.addEventListener(
    answers,
    () => {
      document.removeEventListener('click', keepPress, true)
      document.removeEventListener('input', keepText, true)
      for (const [field, text] of texts) if (field.isConnected) pass(field, text)
      if (pressed?.isConnected) pressed.click()
    },
    { once: true },
  )
}
