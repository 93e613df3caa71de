/**
 * Text cut with an ellipsis is shown whole in a tooltip, in whichever language it did not fit. An
 * element with its own tooltip keeps it. Returns the function that ends this.
 */
export function showWholeText(root: Document): () => void {
  root.addEventListener('pointerover', sayWhole)
  return () => root.removeEventListener('pointerover', sayWhole)
}

function sayWhole({ target }: Event): void {
  const text = target instanceof Element ? target.closest<HTMLElement>('.ellipsis') : null
  if (!text || (text.title !== '' && text.title !== text.dataset.whole)) return
  const whole = text.scrollWidth > text.clientWidth ? (text.textContent ?? '') : ''
  text.title = whole
  text.dataset.whole = whole
}
