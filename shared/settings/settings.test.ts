import { describe, expect, it } from 'vitest'
import { usualSound } from '../sound/desk-sound'
import { usualLayout } from './layout'
import { type DeskSettings, preferencesOf, usualPreferences } from './preferences'
import { readSettingsFile, settingsFileText } from './settings-file'

const desk = { ...usualPreferences, language: 'ru' } as const
const settings: Pick<DeskSettings, 'desk' | 'own'> = {
  desk,
  own: { theme: 'light', textSize: 125 },
}

describe('Preferences', () => {
  it('are the desk’s while nobody has signed in', () =>
    expect(preferencesOf({ ...settings, own: null })).toEqual(desk))
  it('are a person’s own where they have set some, else the desk’s', () =>
    expect(preferencesOf(settings)).toEqual({ ...desk, theme: 'light', textSize: 125 }))
  it('are the desk’s for whoever took theirs back', () =>
    expect(preferencesOf({ desk, own: { theme: undefined } })).toEqual(desk))
})

const carried = {
  ...{ desk: settings.desk, layout: usualLayout, sound: usualSound },
  people: { 'officer-1': {} },
}
const file = JSON.parse(settingsFileText(carried)) as Record<string, unknown>
const changed = (change: object) => readSettingsFile(JSON.stringify({ ...file, ...change }))

describe('A settings file', () => {
  it('is read as it was written', () =>
    expect(readSettingsFile(settingsFileText(carried))).toEqual(carried))
  it.each(['', '{', 'null', '[]', '{"type":"FeatureCollection"}'])(
    'is recognised as another file: %s',
    (text) => expect(readSettingsFile(text)).toMatchObject({ code: 'settings-file-other' }),
  )
  it('of a newer console is not read in part', () =>
    expect(changed({ version: 2 })).toMatchObject({ code: 'settings-file-newer' }))
  it.each([
    [{ desk: { ...settings.desk, theme: 'pink' } }, 'desk.theme'],
    [{ desk: { ...settings.desk, textSize: 90 } }, 'desk.textSize'],
    [{ sound: { volume: 5 } }, 'sound.volume'],
    [{ people: { 'officer-1': { textSize: 5 } } }, 'people.officer-1.textSize'],
    [{ people: undefined }, 'people'],
    [{ layout: { name: 'wall', changed: {} } }, 'layout.name'],
  ])('with a wrong value is refused whole, and the value is named', (change, where) =>
    expect(changed(change)).toMatchObject({ code: 'settings-file-wrong', params: { where } }),
  )
})
