// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { Shortcuts } from '../app/Shortcuts'
import { createConsoleStore } from '../console/console-store'
import { createFakeBridge, deskRoomOf } from '../testing/fake-bridge'
import { createManualFrames } from '../testing/manual-frames'
import { renderConsole } from '../testing/test-console'
import { playbackOf } from './playback'
import { ReplayBar } from './ReplayBar'
import { startReplayFeed } from './replay-feed'

afterEach(cleanup)

/** 22.11.2026 04:13:00 on the wall clock of the unit (UTC+5). */
const start = Date.UTC(2026, 10, 21, 23, 13)
const span = { from: start, to: start + 3_600_000 }
const room = roomOf(sites(site('site-1')), { event: raised('a1'), at: start + 600_000 })

async function show() {
  const bridge = createFakeBridge()
  bridge.answer('replay-frame', ({ at }) => ({
    at,
    room: deskRoomOf(room),
    positions: [],
  }))
  bridge.answer('replay-page', () => ({ entries: [], positions: [], more: false }))
  const clock = createManualClock(1_000)
  const frames = createManualFrames()
  const store = createConsoleStore({ unit: 'unit-1', mode: 'replay', now: 0 })
  const ports = startReplayFeed({ store, bridge, newId: () => 'id', clock, frames }, span)
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <ReplayBar />
    </>,
  )
  const settle = () =>
    act(async () => {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
      frames.draw()
      frames.elapse()
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    })
  await settle()
  if (!ports.timeline) throw new Error('a replay has a timeline')
  return { timeline: ports.timeline, settle }
}

describe('the replay bar', () => {
  it('says that this is the past, and which moment of it', async () => {
    await show()
    screen.getByText('REPLAY')
    screen.getByText('Recorded past. Nothing here is happening now.')
    screen.getByText('Sun 22.11.2026')
    expect(screen.getAllByText('04:13:00').length).toBeGreaterThan(0)
  })
  it('plays and pauses with the space bar', async () => {
    const { timeline } = await show()
    await userEvent.keyboard(' ')
    expect(playbackOf(timeline).playing).toBe(true)
    screen.getByRole('button', { name: 'Pause' })
    await userEvent.keyboard(' ')
    expect(playbackOf(timeline).playing).toBe(false)
  })
  it('seeks by ten seconds and by a minute with the arrows, and stays inside the recording', async () => {
    const { timeline, settle } = await show()
    await userEvent.keyboard('{ArrowRight}')
    await settle()
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await settle()
    expect(playbackOf(timeline).at).toBe(start + 70_000)
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}')
    await settle()
    expect(playbackOf(timeline).at).toBe(start)
  })
  it('goes to a time written by hand', async () => {
    const { timeline, settle } = await show()
    await userEvent.type(screen.getByLabelText('Go to'), '04:30{Enter}')
    await settle()
    expect(playbackOf(timeline).at).toBe(start + 17 * 60_000)
  })
  it('changes the speed', async () => {
    const { timeline } = await show()
    await userEvent.selectOptions(screen.getByLabelText('Speed'), '60 ×')
    expect(playbackOf(timeline).speed).toBe(60)
    await userEvent.click(screen.getByRole('button', { name: 'Slower' }))
    expect(playbackOf(timeline).speed).toBe(30)
  })
})
