import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type AlarmRecord, alarmTable } from '../alarms/projection'
import { incidentTable } from '../incidents/projection'
import type { RecordsState } from '../records/answer'
import { projections } from '../records/projections'
import type { RecordsQueryName, RecordsRequest, RecordsRow } from '../records/queries'
import type { RecordsPage } from '../records/request'
import type { Entry } from '../room/events'
import { assignmentTable } from '../teams/projection'
import { anyNight, type NightStep, nightOf } from './any-night'
import { rowsInMemory } from './rows-in-memory'

export interface RecordsUnderTest {
  /** Puts entries into the journal, and lets the records take in `most` of them, or all. */
  take(entries: readonly Entry[], most?: number): void
  /** Closes the records and opens them again. */
  restart(): void
  /** Makes the records from nothing. */
  rebuild(): void
  ask<Name extends RecordsQueryName>(
    name: Name,
    request: RecordsRequest<Name>,
  ): RecordsPage<RecordsRow<Name>>
  state(): RecordsState
  close(): void
}

/** A night with many events at few sites. */
const step = (does: string, which = 0, other = 1, minutes = 1): NightStep => ({
  ...{ does, which, other, minutes },
})
const story = nightOf([
  step('signal', 0),
  step('signal', 1),
  step('take', 0),
  step('send', 0),
  ...[0, 1, 2, 3].map((phase) => step('report', 0, phase)),
  step('note'),
  step('close', 0, 1),
  step('register', 2),
  step('signal', 2, 4),
  step('take', 1),
])

const kept = [
  ['alarms', alarmTable],
  ['incidents', incidentTable],
  ['assignments', assignmentTable],
] as const

function everything(records: RecordsUnderTest, upTo?: number) {
  const at = upTo === undefined ? {} : { upTo }
  const all = <Name extends RecordsQueryName>(name: Name, request: object = {}) => {
    const rows: RecordsRow<Name>[] = []
    let before: number | null = null
    do {
      const asked = { ...request, ...at, limit: 7, ...(before === null ? {} : { before }) }
      const page: RecordsPage<RecordsRow<Name>> = records.ask(name, asked as RecordsRequest<Name>)
      rows.push(...page.rows)
      before = page.next
    } while (before !== null)
    return rows
  }
  return {
    alarms: all('alarms'),
    ofSite: all('alarms', { siteId: 'site-1' }),
    incidents: all('incidents'),
    assignments: all('assignments'),
    events: all('site-events', { siteId: 'site-1' }),
    named: all('journal', { words: 'site' }),
    year: all('site-year', { siteId: 'site-1' }),
  }
}

/** What all records promise, whatever keeps them. `open` gives those of an empty journal. */
export function describeRecords(name: string, open: () => RecordsUnderTest): void {
  describe(`${name} are records beside a journal`, () => {
    let records: RecordsUnderTest
    afterEach(() => records.close())
    const opened = () => {
      records = open()
      return records
    }
    const told = () => {
      opened().take(story)
      return records
    }

    it('say nothing of an empty journal, and how far they go', () => {
      const empty = { rows: [], next: null, seq: 0, behind: 0 }
      expect(opened().ask('alarms', {})).toEqual(empty)
      expect(records.ask('journal', { words: 'bank' })).toEqual(empty)
      expect(records.ask('site-year', { siteId: 'site-1' })).toEqual(empty)
      expect(records.state()).toEqual({ seq: 0, head: 0, fault: null })
    })

    it('tell an alarm from its raising to its closing, and by whom each was done', () => {
      const [alarm] = told().ask('alarms', { siteId: 'site-0' }).rows
      expect(alarm).toMatchObject({
        ...{ siteId: 'site-0', kind: 'burglary', acknowledgedBy: 'Officer One' },
        ...{ closedBy: 'Officer One', disposition: 'false-user-error' },
      } satisfies Partial<AlarmRecord>)
    })

    it('tell all times of an incident and of the run that was made for it', () => {
      const [incident] = told().ask('incidents', { siteId: 'site-0' }).rows
      const [run] = records.ask('assignments', { incidentId: incident?.incidentId }).rows
      const times = [incident?.raisedAt, incident?.openedAt, incident?.dispatchedAt]
      const onTheWay = [incident?.crewAcknowledgedAt, incident?.enRouteAt, incident?.onSceneAt]
      const all = [...times, ...onTheWay, incident?.clearedAt, incident?.closedAt]
      expect(all).not.toContain(null)
      expect([...all].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(all)
      expect(run).toMatchObject({ phase: 'cleared', endedAt: incident?.clearedAt })
      expect([run?.acknowledgedAt, run?.enRouteAt, run?.onSceneAt]).toEqual(onTheWay)
    })

    it('find an entry by what stands in it, in any spelling, and by what it is about', () => {
      told()
      const found = (request: RecordsRequest<'journal'>) =>
        records.ask('journal', request).rows.map(({ type }) => type)
      expect(found({ words: 'Şahrisabz' })).toEqual(['incident-note-added'])
      expect(found({ words: 'shahrisabz yoʻl' })).toEqual(['incident-note-added'])
      expect(found({ words: 'shahrisabz', siteId: 'site-1' })).toEqual([])
      expect(found({ words: 'ESHIK', officerId: 'officer-1' })).toEqual(['incident-closed'])
      expect(found({ teamId: 'q2', groups: ['teams'] })).toContain('team-on-scene')
      expect(found({ account: 'a00', groups: ['signals'] })).toEqual(['signal-received'])
      expect(found({ words: 'мактаб', groups: ['alarms'] }).at(-1)).toBe('alarm-raised')
    })

    it('find an entry by its instant, the first and the last of the span included', () => {
      const raised = story.find(({ type }) => type === 'alarm-raised')
      const at = raised?.at ?? 0
      const found = told().ask('journal', { from: at, to: at }).rows
      expect(new Set(found.map((row) => row.at))).toEqual(new Set([at]))
      expect(found.map(({ seq }) => seq)).toContain(raised?.seq)
      expect(records.ask('alarms', { to: at - 1 }).rows).toEqual([])
    })

    it('lead from an entry of an alarm to the incident that it became part of later', () => {
      const [hit] = told().ask('journal', {
        siteId: 'site-0',
        groups: ['alarms'],
        words: '130',
      }).rows
      expect(hit?.type).toBe('alarm-raised')
      expect(hit?.incidentId).toMatch(/^incident-/)
      expect(records.ask('journal', { upTo: hit?.seq, limit: 1 }).rows[0]?.incidentId).toBeNull()
    })

    it('count what the alarms of a site came to in the year that the journal covers', () => {
      const [year] = told().ask('site-year', { siteId: 'site-0' }).rows
      expect(year).toMatchObject({ nuisance: 1, open: 0, ended: { 'false-user-error': 1 } })
      expect(year?.from).toBe(story[0]?.at)
    })

    it('come in pages that leave out nothing and repeat nothing', () => {
      told()
      const seqs: number[] = []
      let before: number | undefined
      for (let page = 0; page < 100; page += 1) {
        const { rows, next } = records.ask('journal', { limit: 4, before })
        seqs.push(...rows.map(({ seq }) => seq))
        if (next === null) break
        before = next
      }
      expect(seqs).toEqual(story.map(({ seq }) => seq).reverse())
    })

    it('say how far they are behind, and go on from there after a restart', () => {
      opened().take(story, 20)
      expect(records.ask('alarms', {})).toMatchObject({ seq: 20, behind: story.length - 20 })
      records.restart()
      records.take([])
      expect(records.ask('alarms', {})).toMatchObject({ seq: story.length, behind: 0 })
    })

    it('made anew are what they were when each entry was taken in as it came', () => {
      const cuts = fc.array(fc.nat(200), { maxLength: 4 })
      fc.assert(
        fc.property(anyNight(40), cuts, (night, at) => {
          opened()
          const places = [...at.map((cut) => cut % (night.length + 1)), night.length].sort(
            (a, b) => a - b,
          )
          let from = 0
          for (const place of places) {
            records.take(night.slice(from, place))
            records.restart()
            from = place
          }
          const asItWent = everything(records)
          records.rebuild()
          expect(everything(records)).toEqual(asItWent)
          const { rows } = rowsInMemory(projections, night)
          const alarms = rows(alarmTable.name).sort((a, b) => Number(b.seq) - Number(a.seq))
          expect(asItWent.alarms).toEqual(alarms)
          records.close()
        }),
        { numRuns: 8 },
      )
      opened()
    })

    it('as of each entry are the fold of the entries up to it', () => {
      const newestFirst = (rows: readonly object[]) =>
        [...(rows as { seq: number }[])].sort((one, other) => other.seq - one.seq)
      const compare = (night: readonly Entry[]) => {
        opened().take(night)
        for (const { seq: upTo } of night) {
          const { rows } = rowsInMemory(projections, night.slice(0, upTo))
          for (const [name, table] of kept)
            expect(records.ask(name, { upTo, limit: 200 }).rows, `${name} as of ${upTo}`).toEqual(
              newestFirst(rows(table.name)),
            )
        }
        records.close()
      }
      compare(story)
      fc.assert(fc.property(anyNight(40), compare), { numRuns: 4 })
      opened()
    })

    it('as of an entry are what they were when the journal ended there', () => {
      fc.assert(
        fc.property(anyNight(40), fc.nat(1_000), (night, at) => {
          const seq = 1 + (at % night.length)
          const whole = open()
          whole.take(night)
          opened().take(night.slice(0, seq))
          expect(everything(whole, seq)).toEqual(everything(records))
          whole.close()
          records.close()
        }),
        { numRuns: 8 },
      )
      opened()
    })
  })
}
