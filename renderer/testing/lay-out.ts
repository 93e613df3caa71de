/**
 * Gives every element this size, CSS pixels: nothing is laid out in a component test, and a virtual
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
