import { describe, expect, it } from 'vitest'
import {
  changedOf,
  deskLayoutSchema,
  panelsShown,
  usualLayout,
  withLayout,
  withoutChanges,
  withPanel,
  withSize,
} from './layout'

describe('A layout', () => {
  it('shows the log beside the teams only where there is room', () => {
    expect(panelsShown(usualLayout, false).log).toBe(false)
    expect(panelsShown(usualLayout, true).log).toBe(true)
  })
  it('for supervisors has no strip of teams', () =>
    expect(panelsShown(withLayout(usualLayout, 'supervisor'), true).teams).toBe(false))
  it('keeps its own sizes and panels while another one is shown', () => {
    const changed = withPanel(withSize(usualLayout, 'queue', 600.4), 'teams', false)
    const other = withLayout(changed, 'incident')
    expect(changedOf(other).sizes).toEqual({})
    expect(panelsShown(other, false).teams).toBe(true)
    const back = withLayout(other, 'standard')
    expect(changedOf(back).sizes).toEqual({ queue: 600 })
    expect(panelsShown(back, false).teams).toBe(false)
  })
  it('never makes a panel too small to use', () =>
    expect(changedOf(withSize(usualLayout, 'teams', -30)).sizes.teams).toBe(120))
  it('goes back to how it is drawn, and no other does', () => {
    const incident = withSize(withLayout(usualLayout, 'incident'), 'card', 700)
    const both = withSize(withLayout(incident, 'standard'), 'card', 500)
    expect(withoutChanges(both)).toEqual({ ...incident, name: 'standard' })
  })
  it.each([
    { name: 'wall', changed: {} },
    { name: 'standard', changed: { standard: { sizes: { queue: 1 } } } },
    { name: 'standard', changed: { standard: { panels: { queue: false } } } },
  ])('that is none is not taken: %j', (wrong) =>
    expect(deskLayoutSchema.safeParse(wrong).success).toBe(false),
  )
})
