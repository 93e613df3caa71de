import { describe, expect, it } from 'vitest'
import { raised, signalAdded, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'

const said = (turn: number) =>
  signalAdded('a1', {
    signalId: `s${turn}`,
    text: `words ${turn}`,
    verification: `picture ${turn}`,
    zone: String(turn),
  })

describe('What a sender says in words', () => {
  it('stays on the newest four lines of an alarm; the others keep what happened and where', () => {
    const room = roomOf(
      sites(site('site-1')),
      raised('a1', 'site-1', { text: 'words 0' }),
      ...[1, 2, 3, 4, 5, 6].map(said),
    )
    const lines = room.alarms.get('a1')?.signals ?? []
    expect(lines.map(({ text }) => text)).toEqual([
      undefined,
      undefined,
      undefined,
      'words 3',
      'words 4',
      'words 5',
      'words 6',
    ])
    expect(lines.map(({ verification }) => verification !== undefined)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(lines.map(({ zone }) => zone)).toEqual(['1', '1', '2', '3', '4', '5', '6'])
  })
})
