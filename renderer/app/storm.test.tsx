// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { raised, site, sites } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { AlarmQueue } from '../alarms/AlarmQueue'
import { NewAlarmSpeech } from '../alarms/NewAlarmSpeech'
import { createManualFrames } from '../testing/manual-frames'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { startLiveFeed } from './live-feed'
import { createSettling, SettledSign } from './settling'

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
// React draws as in the window: by its own scheduler, not when a test says so.
beforeAll(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = false
})
afterAll(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = true
})
afterEach(cleanup)

const count = 3_000
const guarded = Array.from({ length: count }, (_, n) => site(`site-${n}`))
const founded = roomOf(sites(...guarded))
// Each is graver or as grave as the last and newer: each is spoken, counted and drawn.
const storm = entriesOf([
  sites(...guarded),
  ...guarded.map(({ id }, n) => raised(`a${n}`, id, { priority: 1 })),
])

it('follows thousands of alarms that leave React no time between frames, draws them and ends with all of them on screen', async () => {
  const ports = createTestPorts(founded)
  const frames = createManualFrames()
  const settling = createSettling()
  const faults: unknown[] = []
  const heard = (event: ErrorEvent) => faults.push(event.error)
  window.addEventListener('error', heard)
  renderConsole(
    ports,
    <>
      <AlarmQueue />
      <NewAlarmSpeech />
      <SettledSign settling={settling} />
    </>,
  )
  await waitFor(() => screen.getByText('Unanswered'))
  const stop = startLiveFeed(ports, { frames, settled: settling.settled })
  for (const entry of storm) {
    ports.bridge.push('entries', [entry])
    // A frame passes and promises settle, and the scheduler of React gets no turn of its own: what
    // a busy window is like.
    await Promise.resolve()
    await Promise.resolve()
    frames.draw()
  }
  const counts = within(screen.getByRole('region', { name: 'Unanswered' }))
  await waitFor(
    () => {
      frames.draw()
      counts.getAllByText(String(count))
    },
    { timeout: 20_000 },
  )
  expect(ports.store.getState()).toMatchObject({ feedStopped: false, link: { phase: 'live' } })
  expect(faults).toEqual([])
  window.removeEventListener('error', heard)
  stop()
})
