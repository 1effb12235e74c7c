/** The middle of what is seen of the canvas, in pixels of the window. */
export function middleOfCanvas(): { x: number; y: number } {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect()
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 }
}
