import { describe, expect, it } from 'vitest'
import { type Settings, settingsSchema } from './settings'
import { telephoneHandlers } from './telephone'

const live = { mode: 'live' } as const

function desk(set: Partial<Settings> = {}, open?: () => Promise<void>) {
  const opened: string[] = []
  const { dial } = telephoneHandlers({
    settings: { get: () => settingsSchema.parse(set) },
    open: async (address) => {
      opened.push(address)
      await open?.()
    },
  })
  return { opened, dial: (phone: string) => dial({ phone }, live), asReplay: dial }
}

describe('The telephone of a desk', () => {
  it('is asked to dial the digits of a number, and nothing else of what was written', async () => {
    const { opened, dial } = desk()
    expect(await dial('+998 (00) 000-00.11')).toBeNull()
    expect(opened).toEqual(['tel:+998000000011'])
  })
  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '12?ext=3',
    '12;34',
    '12 34 ext. 5',
    '//host/12',
    '',
  ])('is not asked to open %s', async (phone) => {
    const { opened, dial } = desk()
    expect(await dial(phone)).toMatchObject({ code: 'number-not-plain' })
    expect(opened).toEqual([])
  })
  it('uses the scheme that the desk is set to', async () => {
    const { opened, dial } = desk({ dialler: 'sip' })
    await dial('102')
    expect(opened).toEqual(['sip:102'])
  })
  it('is left alone where the desk only marks a contact as called', async () => {
    const { opened, dial } = desk({ dialler: 'none' })
    expect(await dial('102')).toBeNull()
    expect(opened).toEqual([])
  })
  it('says to dial by hand when no program takes the number', async () => {
    const { dial } = desk({}, () => Promise.reject(new Error('No application')))
    expect(await dial('102')).toMatchObject({
      code: 'not-dialled',
      text: 'Dial 102 by hand: no program of this desk took it (No application)',
    })
  })
  it('does nothing for a replay', async () => {
    const { opened, asReplay } = desk()
    expect(await asReplay({ phone: '102' }, { mode: 'replay' })).toMatchObject({
      code: 'replay-read-only',
    })
    expect(opened).toEqual([])
  })
})
