// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/lang/language'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { SignalList } from './SignalList'

afterEach(cleanup)

function show(more = 0, language: Language = 'en') {
  const further = Array.from({ length: more }, (_, at) => ({
    type: 'alarm-signal-added' as const,
    data: {
      alarmId: 'a1',
      signalId: `s${at}`,
      priority: 2 as const,
      meaning: 'Vendor word',
      code: '199',
      zone: null,
    },
  }))
  const room = roomOf(
    sites(site('site-1', { zones: [{ number: '1', name: 'Main entrance' }] })),
    raised('a1', 'site-1', { code: '134', meaning: 'Entry/exit zone violated', zone: '001' }),
    ...further,
  )
  const alarm = room.alarms.get('a1')
  if (!alarm) throw new Error('a1 was raised')
  renderConsole(
    createTestPorts(room),
    <SignalList alarms={[alarm]} site={room.sites.get('site-1') ?? null} />,
    language,
  )
}

describe('the signals of an alarm', () => {
  it('name the zone as the site does, whatever zeros the panel sent', () => {
    show()
    screen.getByText('zone 1: Main entrance')
    screen.getByText('Entry/exit zone violated')
  })
  it('are said in the language of the officer', () => {
    show(0, 'ru')
    screen.getByText('Нарушена зона входа')
  })
  it('are said as the panel’s code table has them where nobody translated the code', () => {
    show(1, 'ru')
    screen.getByText('Vendor word')
  })
  it('show the newest one, and the others when asked', async () => {
    show(7)
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: '7 earlier signals' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(8)
  })

  it('say by which ways each was received, and what its sender added', () => {
    const room = roomOf(
      sites(site('site-1', { location: { lon: 65.79, lat: 38.86 } })),
      raised('a1', 'site-1', {
        path: 'dc09-tcp 10.0.0.7',
        text: 'KITCHEN DOOR',
        position: { lon: 65.79, lat: 38.87 },
        verification: 'https://panel.example/clip?id=7',
        opens: true,
        stale: true,
        heldSince: 500,
      }),
      {
        type: 'alarm-reception-added',
        data: { alarmId: 'a1', signalId: 's9', of: 's-a1', path: 'dc09-udp 10.0.0.8' },
      },
    )
    const alarm = room.alarms.get('a1')
    if (!alarm) throw new Error('a1 was raised')
    renderConsole(
      createTestPorts(room),
      <SignalList alarms={[alarm]} site={room.sites.get('site-1') ?? null} />,
    )
    screen.getByText('received by 2 paths: DC-09 TCP 10.0.0.7, DC-09 UDP 10.0.0.8')
    screen.getByText('KITCHEN DOOR')
    screen.getByText('the site is open')
    screen.getByText('sender’s clock wrong')
    screen.getByText('held since 05:00:00')
    screen.getByText('38.87000, 65.79000')
    screen.getByText(/1\.1 km from the site/)
    // Never a link: nobody may open or fetch it by a slip.
    expect(screen.getByText('https://panel.example/clip?id=7').tagName).toBe('CODE')
    expect(screen.queryByRole('link')).toBeNull()
  })
})
