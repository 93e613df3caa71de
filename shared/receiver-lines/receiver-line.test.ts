import { describe, expect, it } from 'vitest'
import { roomFromJson, roomToJson } from '../room/parts'
import { roomOf } from '../testing/given'

const known = { linkId: 'r1', name: 'Receiver 1' }
const lost = (detail = 'Nothing was heard for 60 s') =>
  ({ event: { type: 'link-lost', data: { ...known, detail } }, at: 10_000 }) as const
const restored = { event: { type: 'link-restored', data: known }, at: 20_000 } as const

describe('A receiver line', () => {
  it('that is lost says since when and why', () =>
    expect(roomOf(lost()).receiverLines.get('r1')).toEqual({
      ...known,
      lost: true,
      since: 10_000,
      detail: 'Nothing was heard for 60 s',
    }))
  it('that is heard again says since when', () =>
    expect(roomOf(lost(), restored).receiverLines.get('r1')).toEqual({
      ...known,
      lost: false,
      since: 20_000,
      detail: '',
    }))
  it('is in the room from when it is heard for the first time', () =>
    expect(roomOf(restored).receiverLines.get('r1')?.lost).toBe(false))
  it('has the name it was last given', () => {
    const renamed = {
      type: 'link-restored',
      data: { linkId: 'r1', name: 'Receiver North' },
    } as const
    expect(roomOf(lost(), renamed).receiverLines.get('r1')?.name).toBe('Receiver North')
  })
  it('stands beside the others, in a snapshot too', () => {
    const other = {
      type: 'link-lost',
      data: { linkId: 'r2', name: 'Receiver 2', detail: 'closed' },
    } as const
    const room = roomOf(lost(), other, restored)
    expect(roomFromJson(roomToJson(room)).receiverLines.toJS()).toEqual(room.receiverLines.toJS())
    expect(
      [...room.receiverLines.values()]
        .filter((receiverLine) => receiverLine.lost)
        .map(({ linkId }) => linkId),
    ).toEqual(['r2'])
  })
})
