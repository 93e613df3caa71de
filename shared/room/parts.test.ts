import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../journal/canonical'
import { raised, site, sites } from '../testing/builders'
import { entriesOf, roomOf } from '../testing/given'
import { pretendSha256 } from '../testing/journal-contract'
import { movingRegister, recordedOf } from '../testing/night'
import { emptyRoom } from './empty-room'
import { evolveAll } from './evolve'
import { type Register, registerFromJson, roomToJson, workFromJson } from './parts'
import { createRoomTexts, hashOfWhole } from './parts-text'
import type { WholeRoom } from './room'

const roomTexts = () => createRoomTexts(hashOfWhole(pretendSha256))
const textOf = (room: WholeRoom) => canonical(roomToJson(room))

// Account 0001 goes over to site-2, and site-1 is not yet registered anew with another.
const contested = roomOf(
  sites(site('site-1'), site('site-2')),
  sites(site('site-2', { account: '0001' })),
)

/** What is stored and sent of a room. */
function sentOf(room: WholeRoom, texts = roomTexts()) {
  const { version, pieces } = texts.registerAtOnce(room)
  return { version, register: pieces.join(''), work: [...texts.work(room)].join('') }
}
/** The room it becomes for somebody who may hold an earlier register. */
const receivedOf = ({ register, work }: ReturnType<typeof sentOf>, like?: Register): WholeRoom => ({
  ...workFromJson(JSON.parse(work)),
  ...registerFromJson(JSON.parse(register), like),
})

describe('the parts of a room', () => {
  it('make the same room again after any night in which sites move and accounts are contested', () => {
    // The texts and the held register live on from room to room, as they do in a program.
    fc.assert(
      fc.property(movingRegister, (happenings) => {
        const texts = roomTexts()
        let held: Register | undefined
        let room = emptyRoom
        for (const entry of entriesOf(recordedOf(happenings))) {
          room = evolveAll(room, [entry])
          const again: WholeRoom = receivedOf(sentOf(room, texts), held)
          held = again
          expect(textOf(again)).toBe(textOf(room))
          expect(again.accounts.toJS()).toEqual(room.accounts.toJS())
          expect(texts.text(room)).toBe(textOf(room))
        }
      }),
      { numRuns: 40 },
    )
  })
  it('say where a contested account leads, when the register is new and when its text is kept', () => {
    const texts = roomTexts()
    const later = evolveAll(contested, entriesOf([raised('a1')]))
    for (const room of [contested, later])
      expect(receivedOf(sentOf(room, texts)).accounts.toJS()).toEqual({ '0001': 'site-2' })
  })
  it('have the same version of the register wherever it says the same, and another where not', () => {
    const version = (room: WholeRoom) => sentOf(room).version
    const inOrder = roomOf(sites(site('site-1')), sites(site('site-2')))
    const reversed = roomOf(sites(site('site-2'), site('site-1')), raised('a1'))
    const renamed = roomOf(sites(site('site-2'), site('site-1', { name: 'Other' })))
    // The same rows as in `contested`, and an account that leads elsewhere.
    const otherwise = roomOf(sites(site('site-2', { account: '0001' })), sites(site('site-1')))
    expect(version(reversed)).toBe(version(inOrder))
    expect(version(renamed)).not.toBe(version(inOrder))
    expect(version(otherwise)).not.toBe(version(contested))
  })
  it('keep the objects of sites that say the same, so that the map draws none of them again', () => {
    const room = receivedOf(sentOf(contested))
    const moved = roomOf(
      sites(site('site-1'), site('site-2', { account: '0001', address: 'Elsewhere' })),
    )
    const next = receivedOf(sentOf(moved), room)
    expect(next.sites.get('site-1')).toBe(room.sites.get('site-1'))
    expect(next.sites.get('site-2')?.address).toBe('Elsewhere')
  })
  it('are written in pieces that are the same text whatever the length of the list', () => {
    const many = Array.from({ length: 600 }, (_, at) => site(`site-${at}`))
    for (const count of [0, 1, 250, 251, 600]) {
      const room = count === 0 ? emptyRoom : roomOf(sites(...many.slice(0, count)))
      expect([...roomTexts().pieces(room)].join('')).toBe(textOf(room))
    }
  })
})
