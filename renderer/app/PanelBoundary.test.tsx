// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyRoom } from '../../shared/room/empty-room'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { PanelBoundary } from './PanelBoundary'

afterEach(cleanup)

describe('a panel that fails', () => {
  it('says so in words, leaves the others alone, and can be drawn again', async () => {
    let broken = true
    const Fragile = () => {
      if (broken) throw new Error('the list has no rows')
      return <p>in order</p>
    }
    renderConsole(
      createTestPorts(emptyRoom),
      <>
        <PanelBoundary name="alarms">
          <p>the queue</p>
        </PanelBoundary>
        <PanelBoundary name="teams">
          <Fragile />
        </PanelBoundary>
      </>,
    )
    screen.getByText('the queue')
    const failed = screen.getByRole('alert')
    expect(failed.textContent).toContain('This panel has failed: Teams')
    expect(failed.textContent).toContain('the list has no rows')
    broken = false
    await userEvent.setup().click(screen.getByRole('button', { name: 'Draw it again' }))
    screen.getByText('in order')
  })

  it('is drawn again by itself after a pause', () => {
    let broken = true
    const Fragile = () => {
      if (broken) throw new Error('the list has no rows')
      return <p>in order</p>
    }
    const ports = createTestPorts(emptyRoom)
    renderConsole(
      ports,
      <PanelBoundary name="screen">
        <Fragile />
      </PanelBoundary>,
    )
    screen.getByRole('alert')
    broken = false
    act(() => ports.store.setState({ clockOffset: 2_000 }))
    screen.getByText('in order')
  })
})
