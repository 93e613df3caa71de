import { describe, expect, it } from 'vitest'
import { textPartsOf } from '../../../node/room-texts'
import { emptyRoom } from '../../../shared/room/empty-room'
import { roomToJson } from '../../../shared/room/parts'
import { columnsOfText } from '../../../shared/site-columns/make-columns'
import { raised, site, sites } from '../../../shared/testing/builders'
import { entriesOf, roomOf } from '../../../shared/testing/given'
import { wholeOfDesk } from '../../../shared/testing/whole-of-desk'
import { createRoomHolder } from './room-holder'

const founded = {
  type: 'unit-founded',
  data: { unitId: 'unit-1', name: 'Unit', demo: true },
} as const
const entries = entriesOf([
  founded,
  sites(site('site-1')),
  raised('a1'),
  raised('a2', 'site-1', { kind: 'fire' }),
]).map((entry) => ({ ...entry, hash: String(entry.seq).repeat(64) }))

describe('the room a console holds', () => {
  it('has nothing to say of itself before its first entry', () =>
    expect(createRoomHolder().have()).toBeNull())
  it('is the fold of the entries it was given', () => {
    const holder = createRoomHolder()
    holder.fold(entries.slice(0, 2))
    holder.fold(entries.slice(2))
    expect(roomToJson(wholeOfDesk(holder.room(), holder.card))).toEqual(
      roomToJson(
        roomOf(
          founded,
          sites(site('site-1')),
          raised('a1'),
          raised('a2', 'site-1', { kind: 'fire' }),
        ),
      ),
    )
    expect(holder.have()).toEqual({ unit: 'unit-1', seq: 4, hash: '4'.repeat(64) })
  })
  it('folds an entry that comes twice once', () => {
    const holder = createRoomHolder()
    holder.fold(entries.slice(0, 3))
    expect(holder.fold(entries.slice(1))).toEqual({ outcome: 'folded', entries: entries.slice(3) })
    expect(holder.fold(entries)).toEqual({ outcome: 'folded', entries: [] })
    expect(holder.room().seq).toBe(4)
  })
  it('folds nothing of a batch with a gap before it or in it, and says what is missing', () => {
    const holder = createRoomHolder()
    holder.fold(entries.slice(0, 1))
    expect(holder.fold(entries.slice(2))).toEqual({ outcome: 'gap', expected: 2, came: 3 })
    expect(holder.fold([entries[1], entries[3]].flatMap((entry) => entry ?? []))).toMatchObject({
      outcome: 'gap',
      came: 4,
    })
    expect(holder.room().seq).toBe(1)
  })
  it('goes on from a snapshot', () => {
    const holder = createRoomHolder()
    const snapshot = roomOf(founded, sites(site('site-1')))
    holder.replace(textPartsOf(snapshot), '2'.repeat(64))
    expect(holder.have()).toEqual({ unit: 'unit-1', seq: 2, hash: '2'.repeat(64) })
    expect(holder.fold(entries.slice(2)).outcome).toBe('folded')
  })
  it('takes a snapshot without its register when that is the one here, and no other', () => {
    const holder = createRoomHolder()
    const first = roomOf(founded, sites(site('site-1')))
    holder.replace(textPartsOf(first), '2'.repeat(64))
    const { sites: before } = holder.room()
    const later = roomOf(founded, sites(site('site-1')), raised('a1'))
    expect(textPartsOf(later).version).toBe(holder.registerVersion())
    holder.replace({ ...textPartsOf(later), register: null }, '3'.repeat(64))
    expect(holder.room().alarms.size).toBe(1)
    expect(holder.room().sites).toBe(before)
    const other = textPartsOf(roomOf(founded, sites(site('site-2'))))
    expect(() => holder.replace({ ...other, register: null }, '4'.repeat(64))).toThrow('left out')
    const { register } = textPartsOf(first)
    expect(() => holder.replace({ ...other, register }, '4'.repeat(64))).toThrow('version says')
    expect(holder.have()?.hash).toBe('3'.repeat(64))
  })
  it('goes on from columns while the text of its register is awaited, and has its cards then', () => {
    const attached = {
      type: 'account-attached',
      data: { account: '7777', siteId: 'site-1', held: 0 },
    } as const
    const before = roomOf(founded, sites(site('site-1'), site('site-2')))
    const { register, ...parts } = textPartsOf(before)
    const columns = columnsOfText(register ?? '')
    const holder = createRoomHolder()
    holder.replace({ ...parts, register: null, columns }, '2'.repeat(64))
    expect([holder.room().sites.size, holder.textAwaited()]).toEqual([2, parts.version])
    expect(() => holder.card('site-1')).toThrow('not come')
    const later = entriesOf([founded, sites(site('site-1'), site('site-2')), attached])
    holder.fold(later.map((entry) => ({ ...entry, hash: '' })))
    expect(holder.registerVersion()).toBeNull()
    holder.giveText(parts.version, register ?? '')
    expect(holder.textAwaited()).toBeNull()
    const whole = roomOf(founded, sites(site('site-1'), site('site-2')), attached)
    expect(holder.card('site-1')).toEqual(whole.sites.get('site-1'))
    expect(holder.card('site-2')).toEqual(whole.sites.get('site-2'))
  })
  it('stays as it was when what follows a room cannot be folded', () => {
    const holder = createRoomHolder()
    const parts = textPartsOf(roomOf(founded, sites(site('site-1'))))
    const [entry] = entries
    if (entry === undefined) throw new Error('There is no entry')
    const future = { ...entry, seq: 3, type: 'future-thing' } as unknown as typeof entry
    expect(() => holder.replace(parts, '2'.repeat(64), [future])).toThrow('Upgrade')
    expect(holder.have()).toBeNull()
  })
  it('does not fold past an entry of a newer version', () => {
    const holder = createRoomHolder()
    const later = {
      ...entries[0],
      seq: 1,
      at: 0,
      by: { kind: 'system', id: 'hub', name: 'Hub' },
      type: 'future-thing',
      v: 1,
    } as const
    expect(() => holder.fold([{ ...later, cause: null, data: {}, hash: '' }])).toThrow('Upgrade')
    expect(holder.room()).toBe(emptyRoom)
  })
})
