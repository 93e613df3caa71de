import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { deskLayoutSchema } from '../../shared/settings/layout'
import type { DeskSettings } from '../../shared/settings/preferences'
import type { DeskSound } from '../../shared/sound/desk-sound'
import { noSoundYet } from '../../shared/sound/sound-state'
import { silentLog } from './log'
import { createScreenLook } from './screen-look'
import { openSettings } from './settings'
import { settingsHandlers } from './settings-handlers'

const root = mkdtempSync(join(tmpdir(), 'navbatchi-settings-'))
afterAll(() => rmSync(root, { recursive: true }))
const live = { mode: 'live' } as const

function desk(file: string | null = null) {
  const data = mkdtempSync(join(root, 'data-'))
  const open = () => openSettings(data, silentLog)
  const settings = open()
  const told: DeskSettings[] = []
  const heard: DeskSound[] = []
  let officer: string | null = null
  const look = createScreenLook({
    ...{ settings, officer: () => officer, onChange: (now: DeskSettings) => told.push(now) },
  })
  const handlers = settingsHandlers({
    settings,
    sound: {
      set(sound) {
        heard.push(sound)
        return { ...noSoundYet, desk: sound }
      },
    },
    files: { toSave: async () => file, toOpen: async () => file },
    officer: () => officer,
  })
  return {
    ...{ handlers, told, heard, look },
    /** As after a restart. */
    stored: () => open().get(),
    signIn(id: string | null) {
      officer = id
      look.officerChanged()
    },
  }
}
const change = { whose: 'own', part: { theme: 'light' } } as const

describe('What is set', () => {
  it('for the desk holds for everybody, after a restart too, and every window is told', () => {
    const { handlers, told, stored } = desk()
    handlers['change-settings'](
      { whose: 'desk', part: { theme: 'contrast', language: 'ru' } },
      live,
    )
    expect(told).toMatchObject([{ desk: { theme: 'contrast', language: 'ru' }, own: null }])
    expect(stored()).toMatchObject({ language: 'ru', screen: { theme: 'contrast' } })
  })
  it('as a layout holds after a restart', () => {
    const { handlers, told, stored } = desk()
    const layout = { name: 'incident', changed: { incident: { sizes: { card: 700 }, panels: {} } } }
    handlers['set-layout'](deskLayoutSchema.parse(layout), live)
    expect(told).toMatchObject([{ layout }])
    expect(stored().layout).toEqual(layout)
  })
  it('by a person holds for them alone, and again when they come back', () => {
    const { handlers, told, signIn } = desk()
    signIn('officer-1')
    handlers['change-settings'](change, live)
    signIn('officer-2')
    signIn('officer-1')
    expect(told.map(({ own }) => own)).toEqual([{}, { theme: 'light' }, {}, { theme: 'light' }])
  })
  it('by a person is taken back whole', () => {
    const { handlers, signIn, look } = desk()
    signIn('officer-1')
    handlers['change-settings'](change, live)
    handlers['change-settings']({ whose: 'own', part: null }, live)
    expect(look.now().settings.own).toEqual({})
  })
  it('for a person is refused while nobody has signed in', () =>
    expect(() => desk().handlers['change-settings'](change, live)).toThrow('Nobody is signed in'))
  it('as a language by whoever is signed in stays theirs when a colleague takes another', () => {
    const { handlers, signIn, look } = desk()
    signIn('officer-1')
    handlers['set-language']({ language: 'uz-Latn' }, live)
    signIn('officer-2')
    handlers['set-language']({ language: 'ru' }, live)
    signIn('officer-1')
    expect(look.now().language).toBe('uz-Latn')
  })
})

describe('The settings of a desk', () => {
  const file = join(root, 'carried.json')
  it('are carried to another one in a file, with its people and its sound', async () => {
    const from = desk(file)
    from.signIn('officer-1')
    from.handlers['change-settings'](change, live)
    from.handlers['change-settings']({ whose: 'desk', part: { textSize: 125 } }, live)
    expect(await from.handlers['export-settings']({}, live)).toBe('done')
    const to = desk(file)
    expect(await to.handlers['import-settings']({}, live)).toBe('done')
    expect(to.stored()).toMatchObject({
      screen: { textSize: 125 },
      people: { 'officer-1': { theme: 'light' } },
    })
    expect(to.heard).toMatchObject([{ volume: 80 }])
    expect(readFileSync(file, 'utf8')).not.toContain('hub')
  })
  it('stay as they are when a file is not right, which is said', async () => {
    const wrong = join(root, 'wrong.json')
    writeFileSync(wrong, readFileSync(file, 'utf8').replace('"theme": "dark"', '"theme": "pink"'))
    const { handlers, stored } = desk(wrong)
    await expect(handlers['import-settings']({}, live)).rejects.toThrow('desk.theme')
    expect(stored().screen).toBeUndefined()
  })
  it('are not read from a file that is not there, nor written where none can be', async () => {
    const { handlers } = desk(join(root, 'nowhere', 'a.json'))
    await expect(handlers['import-settings']({}, live)).rejects.toThrow('cannot be read')
    await expect(handlers['export-settings']({}, live)).rejects.toThrow('not written')
  })
  it('stay when no file was chosen', async () =>
    expect(await desk().handlers['import-settings']({}, live)).toBe('cancelled'))
})
