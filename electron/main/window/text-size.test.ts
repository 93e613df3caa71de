import { describe, expect, it } from 'vitest'
import { zoomFor } from './text-size'

describe('Text', () => {
  it('is shown as drawn on usual screens', () => expect(zoomFor(100, 1920)).toBe(1))
  it('is larger by itself on a large one', () => expect(zoomFor(100, 2560)).toBe(1.125))
  it('is as large as it was chosen, on every screen', () => {
    expect(zoomFor(125, 1366)).toBe(1.25)
    expect(zoomFor(150, 2560)).toBe(1.5)
  })
})
