import { describe, expect, it } from 'vitest'
import { acknowledged, held, officer2, opened, raised, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { countUnanswered } from './queue-counts'
import { choicesIn, noFilter, type QueueFilter } from './queue-filter'
import { queueRows } from './queue-rows'
import { plainView } from './queue-view'
import { shownQueue, walkOf } from './shown-queue'

const room = roomOf(
  sites(
    site('site-1', { category: 'residential' }),
    site('site-2', { town: 'Koson' }),
    site('site-3'),
  ),
  raised('mine', 'site-1'),
  acknowledged('mine', 'i1'),
  opened('i1', 'mine'),
  raised('theirs', 'site-2'),
  { event: acknowledged('theirs', 'i2'), by: officer2 },
  { event: opened('i2', 'theirs', 'site-2'), by: officer2 },
  raised('fire', 'site-3', { kind: 'fire', priority: 1 }),
  raised('tamper', 'site-2', { kind: 'tamper', priority: 2 }),
  raised('power', 'site-1', { kind: 'power', priority: 3 }),
  raised('threat', 'site-2', { kind: 'panic', priority: 1 }),
  held('F00D', { kind: 'fire' }),
)
const rows = queueRows(room, 'officer-1')
const queue = (filter: Partial<QueueFilter>, selected = '') =>
  shownQueue(
    rows,
    { ...plainView, filter: { ...noFilter, ...filter } },
    { you: 'officer-1', isSelected: ({ id }) => id === selected },
  )
const ids = (filter: Partial<QueueFilter>, selected?: string) =>
  walkOf(queue(filter, selected)).map(({ id }) => id)

describe('a filter of the queue', () => {
  it('shows all while it is off', () => {
    expect(ids({})).toHaveLength(rows.length)
    expect(queue({}).hidden).toEqual({ count: 0, gravest: null })
  })
  it('shows what is in one’s own hands', () =>
    expect(ids({ who: 'mine' })).toEqual(['threat', 'i1']))
  it('shows what nobody has taken', () =>
    expect(ids({ who: 'unowned' })).toEqual(['threat', 'account F00D', 'fire', 'tamper', 'power']))
  it('shows one kind, whoever has it', () =>
    expect(ids({ kind: 'burglary' })).toEqual(['threat', 'i1', 'i2']))
  it('shows one district, and what nobody can place', () =>
    expect(ids({ district: 'Koson' })).toEqual(['threat', 'account F00D', 'tamper', 'i2']))
  it('shows one category of sites, and what nobody can place', () =>
    expect(ids({ category: 'residential' })).toEqual(['threat', 'account F00D', 'power', 'i1']))
  it('never hides a person under threat', () =>
    expect(ids({ who: 'mine', kind: 'power', district: 'Nowhere' })).toEqual(['threat']))
  it('never hides what is selected', () =>
    expect(ids({ who: 'mine' }, 'tamper')).toEqual(['threat', 'tamper', 'i1']))
  it('says how many unanswered it hides, and how grave they are', () =>
    expect(queue({ kind: 'power' }).hidden).toEqual({ count: 3, gravest: 1 }))
  it('changes no count', () => expect(countUnanswered(room).total).toBe(5))
  it('offers what stands in the queue, most unanswered first', () =>
    expect(choicesIn(rows)).toMatchObject({
      kinds: [
        { value: 'fire', count: 2 },
        { value: 'panic', count: 1 },
        { value: 'power', count: 1 },
        { value: 'tamper', count: 1 },
        { value: 'burglary', count: 0 },
      ],
      districts: [
        { value: 'Koson', count: 2 },
        { value: 'Qarshi', count: 2 },
      ],
    }))
})
