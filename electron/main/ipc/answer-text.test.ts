import { describe, expect, it } from 'vitest'
import { openBridge } from '../../../shared/ipc/text-bridge'
import { sentence } from '../../../shared/lang/decision'
import { SaidError } from '../../../shared/lang/said-error'
import { silentLog } from '../log'
import { type Asked, answerText } from './answer-text'
import { AnswerText, type Handlers } from './handlers'

const handlers = (label: string) =>
  ({
    'replay-span': () => {
      throw new SaidError(sentence('trouble-disk-full', 'the disk is full'))
    },
    'sign-out': () => Promise.reject(new Error('read ECONNRESET')),
    'replay-frame': () => new AnswerText(`{"of":"${label}"}`),
    'withdraw-command': ({ commandId }) => commandId === label,
  }) as Partial<Handlers> as Handlers
const units = new Map(['unit-1', 'unit-2'].map((unit) => [unit, handlers(unit)]))

const ask = (asked: Partial<Asked>) =>
  answerText(
    { name: 'replay-frame', unit: 'unit-1', request: { at: 1 }, asker: { mode: 'live' }, ...asked },
    (unit) => units.get(unit),
    silentLog,
  )

/** The same, as the page hears it. */
const windowAsking = (asked: Partial<Asked>) =>
  openBridge({
    units: async () => '[]',
    onUnits: () => () => {},
    ask: () => ask(asked),
    on: () => () => {},
  })
    .unit('unit-1')
    .ask('sign-out', {})

describe('A request of a window', () => {
  it('is answered by the unit it names', async () => {
    expect(await ask({})).toBe('{"of":"unit-1"}')
    expect(await ask({ unit: 'unit-2' })).toBe('{"of":"unit-2"}')
    const withdraw = { name: 'withdraw-command', request: { commandId: 'unit-2' } } as const
    expect(await ask(withdraw)).toBe('false')
    expect(await ask({ ...withdraw, unit: 'unit-2' })).toBe('true')
  })
  it('is refused in words when this console is not attached to its unit', () =>
    expect(windowAsking({ unit: 'unit-3' })).rejects.toMatchObject({
      said: { code: 'unit-gone' },
    }))
  it('that comes to nothing tells the window why, by code where there is one', async () => {
    await expect(windowAsking({ name: 'replay-span', request: {} })).rejects.toMatchObject({
      said: { code: 'trouble-disk-full' },
    })
    await expect(windowAsking({ name: 'sign-out', request: {} })).rejects.toMatchObject({
      said: { code: 'system-says', params: { reason: 'read ECONNRESET' } },
    })
  })
  it.each([
    ['names no unit', { unit: undefined }],
    ['names a unit that can be none', { unit: '../unit-1' }],
    ['has another shape', { request: { at: 'now' } }],
  ])('is refused when it %s', (_, wrong) =>
    expect(ask(wrong)).rejects.toThrow('A request on replay-frame makes no sense'),
  )
})
