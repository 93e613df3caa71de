// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { showWholeText } from './whole-text'

let end = () => {}
beforeEach(() => {
  end = showWholeText(document)
})
afterEach(() => {
  end()
  document.body.replaceChildren()
})

function hover(
  text: string,
  { needs, has }: { needs: number; has: number },
  title = '',
): HTMLElement {
  const line = document.createElement('span')
  line.className = 'ellipsis'
  line.title = title
  document.body.append(line)
  return again(line, text, { needs, has })
}
function again(
  line: HTMLElement,
  text: string,
  { needs, has }: { needs: number; has: number },
): HTMLElement {
  line.textContent = text
  Object.defineProperty(line, 'scrollWidth', { configurable: true, value: needs })
  Object.defineProperty(line, 'clientWidth', { configurable: true, value: has })
  line.dispatchEvent(new Event('pointerover', { bubbles: true }))
  return line
}

describe('A text that is cut off', () => {
  it('is whole in its tooltip', () =>
    expect(hover('Неисправность зоны тревожной кнопки', { needs: 300, has: 120 }).title).toBe(
      'Неисправность зоны тревожной кнопки',
    ))
  it('has the tooltip of what it says now', () => {
    const line = hover('One long text', { needs: 300, has: 120 })
    expect(again(line, 'Another long text', { needs: 310, has: 120 }).title).toBe(
      'Another long text',
    )
    expect(again(line, 'Short', { needs: 50, has: 120 }).title).toBe('')
  })
  it('keeps a tooltip of its own', () =>
    expect(hover('Cut', { needs: 300, has: 120 }, 'Said otherwise').title).toBe('Said otherwise'))
  it('needs no tooltip where it fits', () =>
    expect(hover('Fits', { needs: 100, has: 120 }).title).toBe(''))
})
