import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/lang/language'
import { detailForms } from '../../shared/signals/detail-codes'
import { storageCodes } from '../../shared/wire/console-feed'
import { localeResources } from '../console/i18n'

/** What this file looks for, in the text of all that can say something to an officer. */
const sources = import.meta.glob<string>(
  ['../../{shared,electron,renderer,hub,node}/**/*.{ts,tsx}', '!**/*.test.*', '!**/testing/**'],
  { eager: true, query: '?raw', import: 'default' },
)
const said = /\b(?:sentence|because|said|refuse|agree)\(\s*'([a-z][a-z\d-]*)'/g
/** The codes with which a hub ends or refuses the connection of a console. */
const goodbyes = [
  ...['session-ended', 'journal-differs', 'bad-handshake', 'not-a-console'],
  ...['too-many', 'too-slow', 'hub-stops', 'internal', 'refused'],
]
const codes = [
  ...Object.values(sources).flatMap((text) => [...text.matchAll(said)].map(([, code]) => code)),
  ...storageCodes.flatMap((code) => [`storage-${code}`, `trouble-${code}`]),
  ...goodbyes,
  ...Object.keys(detailForms).map((code) => `detail-${code}`),
]

describe('A sentence that reaches the screen', () => {
  it('is found by its code in the sources', () => expect(codes.length).toBeGreaterThan(100))

  it.each(languages)('has words for its code in %s', (language) => {
    const words = Object(localeResources()[language]?.refusals)
    expect([...new Set(codes)].filter((code) => !words[code ?? '']).sort()).toEqual([])
  })
})
