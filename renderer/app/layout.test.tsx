// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { usualLayout } from '../../shared/settings/layout'
import { usualSettings } from '../../shared/settings/preferences'
import { roomOf } from '../../shared/testing/given'
import { runAction } from '../console/use-action'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Splitter } from '../ui/Splitter'
import { layoutActions } from './layout-actions'

afterEach(cleanup)

describe('The layout of a desk', () => {
  it('changes at once by its key, and is stored', async () => {
    const ports = createTestPorts(roomOf())
    ports.bridge.answer('set-layout', () => null)
    const press = async (id: string) => {
      const action = layoutActions.find((one) => one.id === id)
      if (action) await act(async () => runAction(ports, action))
    }
    const layout = () => ports.store.getState().settings.layout
    await press('layout-incident')
    await press('panel-teams')
    const changed = { incident: { sizes: {}, panels: { teams: false } } }
    expect(layout()).toEqual({ name: 'incident', changed })
    expect(ports.bridge.asked.at(-1)).toEqual({ name: 'set-layout', request: layout() })
    await press('panel-teams')
    await press('layout-reset')
    await press('layout-standard')
    expect(layout()).toEqual(usualLayout)
    expect(ports.store.getState().settings).toEqual(usualSettings)
  })
})

describe('A splitter', () => {
  const measured = (box: HTMLElement | null) => {
    if (box) box.getBoundingClientRect = () => new DOMRect(0, 0, 400, 200)
  }
  /** In a panel of 400 by 200. */
  function splitter(edge: 'left' | 'right' | 'top') {
    const sizes: number[] = []
    renderConsole(
      createTestPorts(roomOf()),
      <div ref={measured}>
        <Splitter edge={edge} label="Width" onMove={() => {}} onDone={(size) => sizes.push(size)} />
      </div>,
    )
    const rule = screen.getByRole('separator', { name: 'Width' })
    return {
      sizes,
      press: (key: string, shiftKey = false) => fireEvent.keyDown(rule, { key, shiftKey }),
    }
  }
  it.each([
    ['right', 'ArrowRight', 416],
    ['right', 'ArrowLeft', 384],
    ['left', 'ArrowLeft', 416],
    ['left', 'ArrowRight', 384],
    ['top', 'ArrowUp', 216],
    ['top', 'ArrowDown', 184],
  ] as const)('at the %s edge moves that edge with %s', (edge, key, size) => {
    const { sizes, press } = splitter(edge)
    press(key)
    expect(sizes).toEqual([size])
  })
  it('goes in large steps with Shift, and not across', () => {
    const { sizes, press } = splitter('right')
    press('ArrowRight', true)
    press('ArrowUp')
    expect(sizes).toEqual([496])
  })
})
