// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { acknowledged, opened, raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { type MapRoom, MapRoomContext } from '../map/map-room'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { EdgeArrows } from './EdgeArrows'

afterEach(cleanup)

/** A map of 800 × 400 CSS pixels, a thousand to a degree, with its middle at 65, 38. */
function manualMap() {
  const moved = new Set<() => void>()
  const middle = { lng: 65, lat: 38 }
  const map = {
    on: (event: string, call: () => void) => event === 'move' && moved.add(call),
    off: (_: string, call: () => void) => moved.delete(call),
    getContainer: () => ({ clientWidth: 800, clientHeight: 400 }),
    getCenter: () => middle,
    project: ([lon, lat]: readonly [number, number]) => ({
      x: 400 + (lon - middle.lng) * 1000,
      y: 200 - (lat - middle.lat) * 1000,
    }),
  }
  return {
    room: { map } as unknown as MapRoom,
    moveTo(lng: number, lat: number) {
      Object.assign(middle, { lng, lat })
      for (const call of moved) call()
    },
  }
}

const at = (id: string, lon: number, lat: number, town: string) =>
  site(id, { location: { lon, lat }, town, address: 'Gate' })
const places = sites(
  at('site-1', 65.1, 38.1, 'Qarshi'),
  at('site-2', 66, 38, 'Kitob'),
  at('site-3', 66, 38.1, 'Shahrisabz'),
  at('site-4', 67, 38.1, 'Denov'),
  at('site-5', 65, 37, 'Termiz'),
)
const threat = { kind: 'hold-up', priority: 1 } as const

function show(...past: Parameters<typeof roomOf>) {
  const ports = createTestPorts(roomOf(places, ...past))
  const map = manualMap()
  renderConsole(
    ports,
    <MapRoomContext value={map.room}>
      <EdgeArrows />
    </MapRoomContext>,
  )
  return { ports, map }
}
const arrows = () => screen.queryAllByRole('button').map((arrow) => arrow.textContent ?? '')

describe('the arrow at the edge of the map', () => {
  it('says who is under threat out of view, where, how far and since when, and a click goes there', async () => {
    const { ports } = show(raised('a1', 'site-1', threat), raised('a2', 'site-2', threat))
    expect(arrows()).toEqual([expect.stringMatching(/Hold-up1:\d\dKitob · 87.6 km/)])
    await userEvent.setup().click(screen.getByRole('button'))
    expect(ports.store.getState().selection).toEqual({ kind: 'alarm', alarmId: 'a2' })
  })
  it('is there for nobody else, and for nobody who has been answered', () => {
    show(
      raised('a1', 'site-2', { kind: 'fire', priority: 1 }),
      raised('a2', 'site-3', threat),
      acknowledged('a2', 'i1'),
      opened('i1', 'a2', 'site-3'),
    )
    expect(arrows()).toEqual([])
  })
  it('comes and goes as the map is moved', () => {
    const { map } = show(raised('a1', 'site-1', threat))
    expect(arrows()).toEqual([])
    act(() => map.moveTo(66, 38))
    expect(arrows()).toHaveLength(1)
  })
  it('is one a side when there are more than three, with their number and the newest of them', () => {
    const { ports } = show(
      raised('a2', 'site-2', threat),
      raised('a3', 'site-3', threat),
      raised('a4', 'site-4', threat),
      raised('a5', 'site-5', threat),
    )
    expect(ports.store.getState().selection).toBeNull()
    expect(arrows()).toEqual([
      expect.stringContaining('Termiz'),
      expect.stringContaining('3 hold-ups'),
    ])
  })
})
