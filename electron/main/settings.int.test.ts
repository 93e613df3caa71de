import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { silentLog } from './log'
import { openSettings } from './settings'

const root = mkdtempSync(join(tmpdir(), 'navbatchi-settings-'))
afterAll(() => rmSync(root, { recursive: true }))
const usual = { language: 'en', dialler: 'tel' }
const newFolder = () => mkdtempSync(join(root, 'data-'))

describe('the settings of a console', () => {
  it('are the defaults before anything was set', () =>
    expect(openSettings(newFolder(), silentLog).get()).toEqual(usual))
  it('hold after a restart', () => {
    const folder = newFolder()
    openSettings(folder, silentLog).change({ language: 'uz-Latn' })
    expect(openSettings(folder, silentLog).get().language).toBe('uz-Latn')
  })
  it('take a beacon with the usual speed of such relays', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'settings.json'), '{"beacon":{"path":"/dev/ttyUSB0"}}')
    expect(openSettings(folder, silentLog).get().beacon).toEqual({
      path: '/dev/ttyUSB0',
      baudRate: 9_600,
    })
  })
  it('take no volume below the floor, and keep all else', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'settings.json'), '{"language":"ru","sound":{"volume":5}}')
    expect(openSettings(folder, silentLog).get()).toEqual({ ...usual, language: 'ru' })
  })
  it('dial as usual where the dialler is none that there is, and keep all else', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'settings.json'), '{"language":"ru","dialler":"file"}')
    expect(openSettings(folder, silentLog).get()).toEqual({ ...usual, language: 'ru' })
  })
  it.each(['{ not json', '{"language":"klingon"}', '[]', ''])(
    'do not keep a console from starting: %s',
    (text) => {
      const folder = newFolder()
      writeFileSync(join(folder, 'settings.json'), text)
      expect(openSettings(folder, silentLog).get()).toEqual(usual)
      expect(existsSync(join(folder, 'settings.json.bad'))).toBe(true)
    },
  )
})
