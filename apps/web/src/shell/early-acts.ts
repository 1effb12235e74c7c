/** Tells the script of `keepEarlyActs` that the page answers. */
export const pageAnswers = 'parley:page-answers'

/**
 * Runs inside the page before its other scripts, as text: it may use nothing from outside itself. A page is seen before it answers; the last button
 * pressed or file chosen in that time is passed on as soon as the event `answers` comes. What is gone by then is not.
 */
export function keepEarlyActs(answers: string): void {
  let kept: HTMLElement | undefined
  function keep(event: Event) {
    const act = event.target instanceof Element ? event.target.closest(event.type === 'click' ? 'button' : 'input[type="file"]') : null
    if (!(act instanceof HTMLElement)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    kept = act
  }
  document.addEventListener('click', keep, true)
  document.addEventListener('change', keep, true)
  document.addEventListener(
    answers,
    () => {
      document.removeEventListener('click', keep, true)
      document.removeEventListener('change', keep, true)
      if (!kept?.isConnected) return
      if (kept instanceof HTMLInputElement) kept.dispatchEvent(new Event('change', { bubbles: true }))
      else kept.click()
    },
    { once: true },
  )
}
