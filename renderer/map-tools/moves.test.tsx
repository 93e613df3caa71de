// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { features } from '../app/features'
import { Shortcuts } from '../app/Shortcuts'
import { FeatureParts } from '../console/feature-parts'
import { createTestPorts, renderConsole } from '../testing/test-console'

afterEach(cleanup)

function open() {
  const room = roomOf(sites(site('s1'), site('s2')), raised('a1', 's1'), raised('a2', 's2'))
  const ports = createTestPorts(room)
  renderConsole(
    ports,
    <FeatureParts features={features}>
      <Shortcuts />
    </FeatureParts>,
  )
  return { store: ports.store, press: (keys: string) => act(() => userEvent.keyboard(keys)) }
}

describe('the map', () => {
  it('is asked for the whole region by one key', async () => {
    const { store, press } = open()
    await press('{Home}')
    expect(store.getState()).toMatchObject({ homing: 1, selection: null })
  })
  it('is told which selection was walked to with keys, so that it stays where it is', async () => {
    const { store, press } = open()
    await press('{ArrowDown}')
    const { selection, walked } = store.getState()
    expect(selection).toEqual({ kind: 'alarm', alarmId: 'a2' })
    expect(walked).toBe(selection)
  })
  it('follows what is chosen in any other way', async () => {
    const { store, press } = open()
    await press('{ArrowDown}')
    await press(' ')
    const { selection, walked } = store.getState()
    expect(walked).not.toBe(selection)
  })
})
