import { describe, expect, it } from 'vitest'
import { createCameraHold } from './camera-hold'

describe('holding the map while someone looks', () => {
  it('lets the map move by itself until somebody touches it', () => {
    expect(createCameraHold(1000).allowsMove(0)).toBe(true)
  })

  it('keeps the map still after a gesture, for as long as was agreed', () => {
    const hold = createCameraHold(1000)
    hold.gesture(500)
    expect(hold.allowsMove(501)).toBe(false)
    expect(hold.allowsMove(1499)).toBe(false)
    expect(hold.allowsMove(1500)).toBe(true)
  })

  it('counts from the last gesture', () => {
    const hold = createCameraHold(1000)
    hold.gesture(0)
    hold.gesture(900)
    expect(hold.allowsMove(1800)).toBe(false)
    expect(hold.heldUntil()).toBe(1900)
  })

  it('is free at once when the user gives the map back', () => {
    const hold = createCameraHold(1000)
    hold.gesture(0)
    hold.release()
    expect(hold.allowsMove(1)).toBe(true)
    expect(hold.heldUntil()).toBeUndefined()
  })

  it('tells those who show it, until they no longer ask', () => {
    const hold = createCameraHold(1000)
    let told = 0
    const unsubscribe = hold.subscribe(() => told++)
    hold.gesture(0)
    hold.release()
    unsubscribe()
    hold.gesture(5)
    expect(told).toBe(2)
  })
})
