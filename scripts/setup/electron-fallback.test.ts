import { describe, expect, it } from 'vitest'
import { placeOf } from './electron-fallback.mjs'

describe('the fallback runtime', () => {
  it('takes the executable under the name launchers look for', () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron')
  })
  it('takes the files of Electron', () => {
    expect(placeOf('Cypress/libffmpeg.so')).toBe('libffmpeg.so')
    expect(placeOf('Cypress/locales/ru.pak')).toBe('locales/ru.pak')
  })
  it('leaves the application it came with, and the snapshot made for that application', () => {
    expect(placeOf('Cypress/resources/app/index.js')).toBeUndefined()
    expect(placeOf('Cypress/resources/app/')).toBeUndefined()
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
  })
  it('takes nothing from elsewhere in the archive', () => {
    expect(placeOf('other/file')).toBeUndefined()
    expect(placeOf('Cypress/')).toBeUndefined()
  })
})
