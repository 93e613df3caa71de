import { describe, expect, it } from 'vitest'
import { hubSignal } from '../codes/hub-codes'
import { minute } from '../lang/instant'
import { plainLine } from '../sites/site'
import { acknowledge, close, signal, site, sites } from '../testing/builders'
import { liveRoom, night } from '../testing/live-room'
import { type AlarmCause, endsCause, withCause, withoutCause } from './causes'

const reported = (
  ...all: readonly (readonly [code: string, zone: string | null])[]
): readonly AlarmCause[] =>
  all.reduce<readonly AlarmCause[]>((causes, [code, zone]) => withCause(causes, { code, zone }), [])
const standing = (causes: readonly AlarmCause[]) =>
  causes.filter((cause) => cause.standing).map(({ code }) => code)
const leftBy = (causes: readonly AlarmCause[], code: string, zone: string | null = null) =>
  standing(withoutCause(causes, { code, zone }))

describe('A restoral that names no zone', () => {
  it('ends everything when it is of nothing that was reported without one', () =>
    expect(leftBy(reported(['130', '1'], ['131', '2']), '130')).toEqual([]))
  it.each([
    ['301', ['301', '302'], ['302']],
    ['AR', ['AT', 'YT'], ['YT']],
    ['ZY', ['ZZ', 'YA'], ['YA']],
    ['BU', ['FB'], ['FB']],
    ['FU', ['FB', 'HB'], ['HB']],
    ['YR', ['AT', 'YT', 'YM', 'YP'], ['AT', 'YP']],
    ['YK', ['YC', 'YS', 'LT'], ['LT']],
    ['SILENT', ['350', 'SILENT'], ['350']],
  ])('of %s ends its own trouble, and not the others of %j', (code, troubles, left) => {
    const causes = reported(...troubles.map((trouble) => [trouble, null] as const))
    expect(leftBy(causes, code)).toEqual(left)
    const again = withoutCause(causes, { code, zone: null })
    expect(endsCause(again, { code, zone: null })).toBe(false)
    expect(leftBy(again, code)).toEqual(left)
  })
  it.each([
    ['301', '302'],
    ['AR', 'YT'],
    ['SILENT', '350'],
    ['LATECLOS', '454'],
  ])('of %s ends no %s, its own trouble having been dealt with before', (code, other) => {
    const causes = reported([other, null])
    expect(endsCause(causes, { code, zone: null })).toBe(false)
    expect(leftBy(causes, code)).toEqual([other])
  })
})

describe('A panel that is heard again', () => {
  it('does not restore what another panel of the site reports of its line', () => {
    const live = liveRoom(sites(site('site-1', { account: 'A1', lines: [plainLine('B1')] })))
    const silence = (over: boolean) => hubSignal('SILENT', { signalId: 's', account: 'A1', over })
    live.receive(silence(false), night)
    live.give(acknowledge('a1'), night + minute)
    live.give(close('i1'), night + 2 * minute)
    const trouble = { class: 'trouble', kind: 'communication', priority: 3, zone: null } as const
    live.receive(signal('B1', { code: '350', ...trouble }), night + 3 * minute)
    live.receive(silence(true), night + 4 * minute)
    expect(live.room.missing.size).toBe(0)
    expect(live.room.alarms.get('a2')).toMatchObject({ code: '350', restoredAt: null })
  })
})
