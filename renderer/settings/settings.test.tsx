// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SaidError, systemSays } from '../../shared/lang/said-error'
import { usualPreferences, usualSettings } from '../../shared/settings/preferences'
import { roomOf } from '../../shared/testing/given'
import { Appearance } from '../app/Appearance'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { SettingsDialog } from './SettingsDialog'

afterEach(cleanup)

function open(change: Parameters<typeof createTestPorts>[1] = {}) {
  const ports = createTestPorts(roomOf(), { link: live, ...change })
  ports.bridge.answer('change-settings', () => null)
  renderConsole(ports, <SettingsDialog />)
  return ports
}
const choose = (name: string) => act(async () => fireEvent.click(screen.getByLabelText(name)))
const changes = ({ bridge }: ReturnType<typeof open>) => bridge.asked.map(({ request }) => request)

describe('The settings', () => {
  it('are the person’s own until the desk is chosen', async () => {
    const ports = open()
    await choose('Light')
    await choose('this desk')
    await choose('125 %')
    expect(changes(ports)).toEqual([
      { whose: 'own', part: { theme: 'light' } },
      { whose: 'desk', part: { textSize: 125 } },
    ])
  })
  it('show the desk’s value where a person has none', () => {
    open({
      settings: {
        ...usualSettings,
        desk: { ...usualPreferences, theme: 'light' },
        own: { textSize: 150 },
      },
    })
    for (const name of ['Light', '150 %'])
      expect(screen.getByLabelText<HTMLInputElement>(name).checked).toBe(true)
  })
  it('are the desk’s alone while nobody is signed in', async () => {
    const ports = open({ link: { phase: 'starting', since: 0, said: null } })
    expect(screen.queryByLabelText('this desk')).toBeNull()
    await choose('High contrast')
    expect(changes(ports)).toEqual([{ whose: 'desk', part: { theme: 'contrast' } }])
  })
  it('say why a file was not taken', async () => {
    const ports = open()
    ports.bridge.answer('import-settings', () => {
      throw new SaidError(systemSays('no such file'))
    })
    await act(async () => fireEvent.click(screen.getByText('Import from a file')))
    expect(ports.store.getState().notices).toMatchObject([{ tone: 'refused' }])
  })
})

it('A page takes theme and stillness at once', async () => {
  const ports = createTestPorts(roomOf())
  renderConsole(ports, <Appearance />)
  const { dataset } = document.documentElement
  expect(dataset).toMatchObject({ theme: 'dark', motion: 'system' })
  await act(async () =>
    ports.store.setState({
      settings: { ...usualSettings, own: { theme: 'light', motion: 'none' } },
    }),
  )
  expect(dataset).toMatchObject({ theme: 'light', motion: 'none' })
})
