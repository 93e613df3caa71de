/**
 * What is cut off with an ellipsis is whole in its tooltip, in whatever language it came out longer
 * than its place. One that has a tooltip of its own keeps it. Returns the function that ends it.
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
