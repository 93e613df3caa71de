// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/ipc/contract'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { SignalList } from './SignalList'

afterEach(cleanup)

function show(more = 0, language: Language = 'en') {
  const further = Array.from({ length: more }, (_, at) => ({
    type: 'alarm-signal-added' as const,
    data: { alarmId: 'a1', signalId: `s${at}`, priority: 2 as const, meaning: 'Vendor word', code: '199', zone: null },
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
  it('show the newest few, and the others when asked', async () => {
    show(7)
    expect(screen.getAllByRole('listitem')).toHaveLength(5)
    await userEvent.click(screen.getByRole('button', { name: '3 earlier signals' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(8)
  })
})
