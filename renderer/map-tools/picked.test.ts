import { describe, expect, it } from 'vitest'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { picked } from './picked'

const room = roomOf(sites(site('s1'), site('s2')), raised('a1', 's1'))

describe('what a click on the map means', () => {
  it('is the alarm, and not the site under it as well', () =>
    expect(
      picked(
        [
          { layer: 'alarm', id: 'a1' },
          { layer: 'site', id: 's1' },
        ],
        room,
      ),
    ).toEqual([{ kind: 'alarm', alarmId: 'a1' }]))
  it('is all that lies there, in the order it is drawn', () =>
    expect(
      picked(
        [
          { layer: 'alarm', id: 'a1' },
          { layer: 'team', id: 't1' },
          { layer: 'site', id: 's2' },
        ],
        room,
      ),
    ).toEqual([
      { kind: 'alarm', alarmId: 'a1' },
      { kind: 'team', teamId: 't1' },
      { kind: 'site', siteId: 's2' },
    ]))
})
