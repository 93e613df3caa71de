import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onTest } from '../shared/on-test/noun'
import { plans } from '../shared/plans/noun'
import { receiverLines } from '../shared/receiver-lines/noun'
import { triage } from '../shared/triage/noun'
import { unit } from '../shared/unit/noun'

const root = resolve(import.meta.dirname, '..')
const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
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

/** The list of nouns of each process. Nothing else may import a noun's value. */
const lists = ['shared/room/nouns.ts', 'hub/nouns.ts', 'renderer/app/features.ts']
/** What every noun needs: a line in each list, and its part of the room with the room's version. */
const registry = [
  ...lists,
  'shared/intents/intents.ts',
  'shared/room/room.ts',
  'shared/room/fold-version.ts',
]

const folders = [...sources.keys()].flatMap((name) => {
  const [, folder] = /^shared\/([^/]+)\/noun\.ts$/.exec(name) ?? []
  return folder && folder !== 'room' ? [folder] : []
})

/** The files that import what `from` says, outside the folders of `folder`. */
const importersOf = (folder: string, from: RegExp): readonly string[] =>
  [...sources]
    .filter(([name, text]) => name.split('/')[1] !== folder && from.test(text))
    .map(([name]) => name)

/** Files whose own subject needs the noun: no list could say this for them. */
const uses = {
  'on-test': [
    // A signal of what is on test raises no alarm, and nobody waits for it.
    ...['receive', 'fold', 'brings-news'].map((name) => `shared/signals/${name}.ts`),
    ...['lateness-duties', 'silence'].map((name) => `hub/supervision/${name}.ts`),
    // Where somebody works on the panel nobody is called.
    'shared/escalation/waiting.ts',
    // Every list shows what is about to leave it.
    'shared/expected/ending.ts',
  ],
  plans: [
    // An incident follows a plan, a site may choose one, and steps are worked down.
    ...['incident', 'own-plan', 'gravest', 'decide', 'plan-progress', 'step-outcome'].map(
      (name) => `shared/incidents/${name}.ts`,
    ),
    ...['shared/sites/site.ts', 'shared/registry/read-site.ts'],
    // What a step is about shows what it needs; where the plan says so, nobody is called.
    ...['renderer/incidents/NextSteps.tsx', 'shared/calls/decide.ts'],
    // What somebody reports opens an incident with its plan.
    'shared/reports/report.ts',
    // What is graver has a lane of its own.
    'shared/alarms/lane.ts',
  ],
  // Where the lines are opened, what tells of their loss starts.
  'receiver-lines': ['hub/open-ways-in.ts'],
  // A journal is founded with its unit, whose id every id made from the journal names.
  unit: [...['hub/keeper/open-room.ts', 'shared/triage/verdict.ts']],
  triage: [
    // Alarms kept out of the queue, and how busy those on duty are: sound and density follow it.
    ...['accounts/noun', 'alarms/fold', 'alarms/projection', 'signals/receive', 'sound/wanted'].map(
      (name) => `shared/${name}.ts`,
    ),
    ...['shared/expected/ending.ts', 'renderer/alarms/DensityWatch.tsx'],
    ...['help', 'on-duty'].map((name) => `shared/escalation/${name}.ts`),
    ...['renderer/alarms/bundle-pieces.ts', 'renderer/app/MapFocus.tsx'],
  ],
} as const

/** Nouns that others need little of. The rest, an alarm or a site, is what the others are about. */
const few = [
  ['on-test', onTest],
  ['plans', plans],
  ['receiver-lines', receiverLines],
  ['triage', triage],
  ['unit', unit],
] as const

describe('A noun', () => {
  it.each(few)(
    '%s is named by the lists of nouns, and else by what is about it',
    (folder, noun) => {
      const known: readonly string[] = [...registry, ...uses[folder]]
      expect(placesOf(folder, noun).filter((place) => !known.includes(place))).toEqual([])
    },
  )

  it('is named by every file that is excused for naming it', () => {
    const excused = few.flatMap(([folder, noun]) => {
      const places = placesOf(folder, noun)
      return uses[folder].filter((place) => !places.includes(place))
    })
    expect(excused).toEqual([])
  })

  it.each(folders)(
    '%s gives its value to the list of each process, and to nobody else',
    (folder) => {
      const value = new RegExp(`from '[^']*/${folder}/(?:noun|feature)'`)
      expect(importersOf(folder, value).filter((place) => !lists.includes(place))).toEqual([])
    },
  )

  it.each(folders)('%s is known to the shell of the screen by its line alone', (folder) => {
    const own = new RegExp(`from '\\.\\./${folder}/`)
    const shell = importersOf(folder, own).filter((place) =>
      /^renderer\/(?:app|console)\//.test(place),
    )
    expect(shell.filter((place) => !lists.includes(place))).toEqual([])
  })

  it('is named in shared/room by the room and the list alone: all else there follows from them', () => {
    const rooms = placesOf('plans', plans).filter((place) => place.startsWith('shared/room/'))
    expect(rooms).toEqual(['shared/room/nouns.ts', 'shared/room/room.ts'])
  })

  it('that is new edits the files that ARCHITECTURE names, and no other', () => {
    const [, told = ''] = /\n(So a new noun edits [\s\S]*?)\n\n/.exec(architecture) ?? []
    const named = [...told.matchAll(/`([\w/-]+\.ts)`/g)].map(([, name]) => name)
    expect(named.filter((name) => name !== 'scripts/noun-places.int.test.ts').sort()).toEqual(
      [...registry].sort(),
    )
    expect(told).toContain('**six existing files**')
    const edited = placesOf('on-test', onTest).filter(
      (place) => !uses['on-test'].some((use) => use === place),
    )
    // The version is a number, which names no noun.
    expect([...edited, 'shared/room/fold-version.ts'].sort()).toEqual([...registry].sort())
  })
})
