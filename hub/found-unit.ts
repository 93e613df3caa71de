import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../shared/accounts/actor'
import { demoInLanguage } from '../shared/demo/demo-in-language'
import { demoRegion } from '../shared/demo/demo-region'
import type { IntentData } from '../shared/intents/intents'
import { sentence } from '../shared/lang/decision'
import { SaidError } from '../shared/lang/said-error'
import type { Keeper } from './keeper/keeper-port'
import type { HubOptions } from './options'

type DemoOptions = Pick<HubOptions, 'demo' | 'demoTeams' | 'demoSites' | 'demoLanguage'>

/**
 * Writes the first entries of an empty journal: which unit it belongs to and, for a demo, its sites
 * and teams. They are one commit, so that a start that is interrupted leaves an empty journal. A
 * journal that has begun is left alone. The journal of a real unit is never opened as a demo,
 * because a demo's users have a public password.
 */
export async function foundUnit(
  keeper: Keeper,
  { demo, ...asked }: DemoOptions,
  newId: () => string,
): Promise<void> {
  const { unit } = keeper.room()
  if (unit === null) {
    const journal = newJournalId(newId)
    const data = demo ? demoUnit(asked, journal) : realUnit(newId(), journal)
    await keeper.submit({ type: 'found-unit', data }, systemActor)
    return
  }
  if (demo && !unit.demo)
    throw new SaidError(
      sentence('no-demo', 'The journal is that of {name}, which is no demo: leave out --demo', {
        name: unit.name,
      }),
    )
}

/** Files that a unit that was at work leaves in its data directory, beside the journal. */
const leftByAUnit = [
  ['accounts.db', 'its accounts'],
  ['secrets.db', 'its secrets'],
] as const

/**
 * Throws a sentence when the journal is empty although a unit was at work in this directory.
 * Founding it again would hide that its whole past is gone.
 */
export function assertNothingBefore(directory: string): void {
  const left = leftByAUnit.filter(([name]) => existsSync(join(directory, name)))
  if (left.length === 0) return
  throw new SaidError(
    sentence(
      'past-gone',
      'The journal {file} is missing or empty, but {left} are still there: ' +
        'the past of the unit is gone. Put the journal back from a copy. To begin a new journal all the same, ' +
        'start once with --found-anew.',
      {
        file: join(directory, 'journal.db'),
        left: left.map(([, what]) => what).join(' and '),
        files: left.map(([name]) => name).join(', '),
      },
    ),
  )
}

/** Ten hexadecimal digits: 40 random bits, as much as fits in a log line. */
const newJournalId = (newId: () => string): string => newId().replaceAll('-', '').slice(0, 10)

const realUnit = (unitId: string, journal: string): IntentData<'found-unit'> => ({
  unit: { unitId, name: 'Duty unit', demo: false, journal },
  sites: [],
  teams: [],
})

function demoUnit(
  { demoTeams, demoSites, demoLanguage = 'en' }: Omit<DemoOptions, 'demo'>,
  journal: string,
): IntentData<'found-unit'> {
  const region = demoRegion({
    ...(demoTeams !== undefined && { teams: demoTeams }),
    ...(demoSites !== undefined && { sites: demoSites }),
  })
  const { unitId, name, sites, teams } = demoInLanguage(region, demoLanguage)
  // Every demo is a unit of its own, so that what waits for one is not sent to another.
  const unit = { unitId: `${unitId}-${journal}`, name, demo: true, journal }
  return { unit, sites: [...sites], teams: [...teams] }
}
