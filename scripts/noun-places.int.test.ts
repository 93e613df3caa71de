import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onTest } from '../shared/on-test/noun'
import { plans } from '../shared/plans/noun'

const root = resolve(import.meta.dirname, '..')
const notPart = /\.test\.tsx?$|-fixture\.ts$|\/testing\//

const sources: ReadonlyMap<string, string> = new Map(
  ['shared', 'hub', 'node', 'electron', 'renderer']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name).replaceAll('\\', '/'),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !notPart.test(name))
    .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
)

interface Named {
  readonly events: object
  readonly commands: object
}

/** The files that import from a noun's folders or name its events or commands, but its own. */
function placesOf(folder: string, { events, commands }: Named): readonly string[] {
  const types = [...Object.keys(events), ...Object.keys(commands)]
  const names = new RegExp(`from '[^']*/${folder}/|'(?:${types.join('|')})'`)
  const own = new RegExp(`^(?:shared|hub|renderer)/${folder}/`)
  return [...sources]
    .filter(([name, text]) => !own.test(name) && names.test(text))
    .map(([name]) => name)
}

/** What every noun needs: its part of the room, and a line in the list of each process. */
const registry = [
  'shared/room/room.ts',
  'shared/room/nouns.ts',
  'renderer/app/features.ts',
  'hub/nouns.ts',
]

/** Files whose own subject needs the noun: no list could say this for them. */
const uses = {
  'on-test': [
    // A signal of what is on test raises no alarm, and nobody waits for it.
    ...['receive', 'fold', 'brings-news'].map((name) => `shared/signals/${name}.ts`),
    ...['lateness-duties', 'silence'].map((name) => `hub/supervision/${name}.ts`),
    // Rows and lines that only a screen or a search tells apart by the kind of thing they name.
    ...['shared/expected/marks.ts', 'shared/expected/ending.ts'],
    ...['shared/search/projection.ts', 'renderer/console/what-pending.ts'],
  ],
  plans: [
    // An incident follows a plan, a site may choose one, and steps are worked down.
    ...['incident', 'own-plan', 'gravest', 'decide', 'plan-progress', 'step-outcome'].map(
      (name) => `shared/incidents/${name}.ts`,
    ),
    ...['shared/sites/site.ts', 'shared/registry/read-site.ts', 'renderer/sites/SiteBrief.tsx'],
    // What is graver has a lane of its own.
    'shared/alarms/lane.ts',
    'shared/expected/pending-rows.ts',
  ],
} as const

describe('a noun', () => {
  it.each([
    ['on-test', onTest],
    ['plans', plans],
  ] as const)('%s is named by the lists of nouns, and else by what is about it', (folder, noun) => {
    const known: readonly string[] = [...registry, ...uses[folder]]
    expect(placesOf(folder, noun).filter((place) => !known.includes(place))).toEqual([])
  })
  it('is named in shared/room by the room and the list alone: all else there follows from them', () => {
    const rooms = placesOf('plans', plans).filter((place) => place.startsWith('shared/room/'))
    expect(rooms).toEqual(['shared/room/nouns.ts', 'shared/room/room.ts'])
  })
})
