import { describe, expect, it } from 'vitest'
import { createManualFrames } from '../testing/manual-frames'
import { createDrawing } from './drawing'

function drawingBy() {
  const frames = createManualFrames()
  const settling: (() => void)[] = []
  let drawn = 0
  const reported: number[] = []
  const drawing = createDrawing(
    { frames, settled: (call) => settling.push(call) },
    () => {
      drawn += 1
    },
    () => reported.push(drawn),
  )
  const settle = () => {
    for (const call of settling.splice(0)) call()
  }
  return { frames, drawing, settle, drawn: () => drawn, reported }
}

describe('the drawing of what came', () => {
  it('is done at once the first time, then once a frame', () => {
    const { frames, drawing, settle, drawn } = drawingBy()
    for (let push = 0; push < 3; push += 1) drawing.want('now')
    settle()
    expect(drawn()).toBe(1)
    frames.draw()
    expect(drawn()).toBe(2)
  })

  it('waits until the screen has settled from the one before, however many frames that takes', () => {
    const { frames, drawing, settle, drawn, reported } = drawingBy()
    drawing.want('now')
    for (let frame = 0; frame < 60; frame += 1) {
      drawing.want('now')
      frames.draw()
    }
    expect([drawn(), reported]).toEqual([1, []])
    settle()
    expect([drawn(), reported]).toEqual([2, [1]])
  })

  it('goes on after a while when the screen never says that it has settled, and does not report that as drawn', () => {
    const { frames, drawing, drawn, reported } = drawingBy()
    drawing.want('now')
    drawing.want('now')
    frames.draw()
    frames.elapse()
    expect([drawn(), reported]).toEqual([2, []])
  })

  it('of what nobody waits for is put off, and comes with the next that is wanted', () => {
    const { frames, drawing, settle, drawn } = drawingBy()
    drawing.want('soon')
    expect(drawn()).toBe(0)
    drawing.want('now')
    expect(drawn()).toBe(1)
    settle()
    frames.draw()
    frames.elapse()
    expect(drawn()).toBe(1)
  })
})
