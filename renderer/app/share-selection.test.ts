import { expect, it } from 'vitest'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts } from '../testing/test-console'
import { shareSelection } from './share-selection'

const team = (teamId: string) => ({ kind: 'team', teamId }) as const

function window(view: 'room' | 'map' | 'wall') {
  const ports = createTestPorts(roomOf(), { view })
  ports.bridge.answer('select', () => null)
  return { ports, end: shareSelection(ports) }
}

it('What is selected in one window is told to the others, once', () => {
  const { ports, end } = window('room')
  ports.store.setState({ selection: team('t1') })
  ports.store.setState({ selection: team('t1') })
  expect(ports.bridge.asked).toEqual([{ name: 'select', request: { selection: team('t1') } }])
  end()
  ports.store.setState({ selection: team('t2') })
  expect(ports.bridge.asked).toHaveLength(1)
})

it('What another window selected is shown, and not told back', () => {
  const { ports } = window('map')
  ports.bridge.push('selection', team('t1'))
  expect(ports.store.getState().selection).toEqual(team('t1'))
  expect(ports.bridge.asked).toEqual([])
})

it('A display for the wall neither follows a selection nor makes one for others', () => {
  const { ports } = window('wall')
  ports.bridge.push('selection', team('t1'))
  expect(ports.store.getState().selection).toBeNull()
  ports.store.setState({ selection: team('t2') })
  expect(ports.bridge.asked).toEqual([])
})
