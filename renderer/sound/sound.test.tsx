// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { usualSound } from '../../shared/sound/desk-sound'
import { noSoundYet, type SoundState } from '../../shared/sound/sound-state'
import { roomOf } from '../../shared/testing/given'
import { runAction } from '../console/use-action'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { lossHeardAction } from './loss-heard-action'
import { SoundDialog } from './SoundDialog'
import { SoundStatus } from './SoundStatus'
import { testSoundAction } from './test-sound-action'

afterEach(cleanup)

const now = 10_000_000
const ready: SoundState = {
  ...{ ...noSoundYet, device: 'ready', text: 'system', desk: usualSound },
  test: { at: now - 12 * 60_000, why: 'sign-in', failed: null },
}
const missing: SoundState = {
  ...{ ...ready, device: 'missing', text: 'no such device' },
  test: { at: now, why: 'sign-in', failed: 'no such device' },
}
const portsWith = (sound: SoundState) => createTestPorts(roomOf(), { sound, link: live }, now)
const status = (sound: SoundState) => {
  const ports = portsWith(sound)
  renderConsole(ports, <SoundStatus />)
  return ports
}

describe('the status line', () => {
  it('says how loud this desk is, and when that was last tried', () => {
    status(ready)
    expect(screen.getByRole('button').textContent).toContain('Sound 80 % · tested 12 min ago')
  })
  it('says that nothing was tried yet', () => {
    status({ ...ready, test: null })
    expect(screen.getByRole('button').textContent).toContain('not tested')
  })
  it('says in words that no alarm can be heard, and to whoever signed in also as a notice', () => {
    const ports = status(missing)
    expect(screen.getByRole('button').textContent).toContain('NO SOUND')
    expect(ports.store.getState().notices).toMatchObject([{ tone: 'refused', code: 'no-sound' }])
  })
  it('says that duress is silent here', () => {
    status({ ...ready, desk: { ...usualSound, duressSilent: true } })
    expect(screen.getByRole('button').textContent).toContain('duress silent')
  })
  it('offers to quiet the sound of a lost hub, and of nothing else', () => {
    status({ ...ready, voice: 'hold-up' })
    expect(screen.getAllByRole('button')).toHaveLength(1)
    cleanup()
    status({ ...ready, voice: 'no-hub' })
    expect(screen.getByText(/hub lost/)).toBeTruthy()
  })
})

describe('the key that tests the sound', () => {
  it.each([
    [ready, 'done'],
    [missing, 'refused'],
  ] as const)('says what came of it', async (sound, tone) => {
    const ports = portsWith({ ...ready, test: null })
    ports.bridge.answer('sound-test', () => sound)
    await act(async () => runAction(ports, testSoundAction))
    expect(ports.store.getState().notices.at(-1)).toMatchObject({ tone })
    expect(ports.store.getState().sound).toBe(sound)
  })
})

describe('the key that quiets a lost hub', () => {
  it('is asked of the main process while the hub is lost, and refused while it is there', async () => {
    const ports = portsWith(ready)
    ports.bridge.answer('loss-heard', () => null)
    await act(async () => runAction(ports, lossHeardAction))
    expect(ports.bridge.asked).toEqual([])
    ports.store.setState({ link: { phase: 'lost', since: 1, hub: 'h', said: null } })
    await act(async () => runAction(ports, lossHeardAction))
    expect(ports.bridge.asked).toEqual([{ name: 'loss-heard', request: {} }])
  })
})

describe('the sound of a desk', () => {
  it('is set at once, and never below the floor', async () => {
    const ports = portsWith(ready)
    ports.bridge.answer('set-sound', (desk) => ({ ...ready, desk }))
    renderConsole(ports, <SoundDialog />)
    const volume = screen.getByRole('slider')
    expect(volume.getAttribute('min')).toBe('40')
    await act(async () => fireEvent.change(volume, { target: { value: '60' } }))
    expect(ports.store.getState().sound.desk.volume).toBe(60)
    await act(async () => fireEvent.click(screen.getByRole('checkbox')))
    expect(ports.store.getState().sound.desk).toEqual({ volume: 60, duressSilent: true })
  })
})
