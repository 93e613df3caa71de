/**
 * Gives every element this size in CSS pixels: a component test lays nothing out, and a virtual
 * list draws only what fits.
 */
export function layOut(width: number, height: number): void {
  const sides = {
    clientWidth: width,
    clientHeight: height,
    offsetWidth: width,
    offsetHeight: height,
  }
  for (const [side, size] of Object.entries(sides))
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => size })
}
