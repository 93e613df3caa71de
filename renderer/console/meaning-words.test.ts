import { describe, expect, it } from 'vitest'
import { classify, type SignalCode } from '../../shared/codes/classify'
import { hubCodes, hubSignal } from '../../shared/codes/hub-codes'
import { cidRows, siaRows } from '../../shared/codes/tables'
import { languages } from '../../shared/lang/language'
import { createI18n } from './i18n'
import { causeWords, meaningWords, type Said } from './meaning-words'

const qualifiers = ['new', 'restore', 'status'] as const
const cid = (code: string, qualifier: SignalCode['qualifier'] = 'new'): Said => ({
  code,
  meaning: classify({ table: 'cid', code, qualifier }).meaning,
})
const sia = (code: string): Said => ({
  code,
  meaning: classify({ table: 'sia', code, qualifier: 'new' }).meaning,
})

/**
 * Everything a signal can report: each row of the tables in each of its forms, and what the hub
 * notices.
 */
const reported: readonly Said[] = [
  ...[...cidRows.keys()].flatMap((code) => qualifiers.map((qualifier) => cid(code, qualifier))),
  ...[...siaRows.keys()].map(sia),
  ...hubCodes.flatMap((code) =>
    [{ over: false }, { over: true }, { over: true, moot: true }].map((about) =>
      hubSignal(code, { signalId: 's', account: '0001', ...about }),
    ),
  ),
]
const words = (language: (typeof languages)[number]) => {
  const { t } = createI18n(language)
  return (said: Said) => meaningWords(t, said)
}
const foreign = languages.filter((language) => language !== 'en')

describe('What a signal reports', () => {
  it('is said in English as the journal has it', () => {
    const say = words('en')
    expect(reported.map(say)).toEqual(reported.map(({ meaning }) => meaning))
  })

  it.each(foreign)(
    'is said in %s for every code of every table, in each of its forms',
    (language) => {
      const say = words(language)
      expect(reported.length).toBeGreaterThan(561)
      expect(
        reported.filter((said) => say(said).trim() === '' || say(said) === said.meaning),
      ).toEqual([])
    },
  )

  it.each(foreign.filter((language) => language !== 'uz-Latn'))(
    'leaves no English word in %s',
    (language) => {
      const say = words(language)
      const names = /\b(?:Contact ID|SIA|RAM|ROM|VSWR|Ajax|Trikdis)\b/g
      expect(
        reported.map((said) => say(said).replace(names, '')).filter((text) => /[a-z]/i.test(text)),
      ).toEqual([])
    },
  )

  it.each([
    ['ru', /duress/i, /принужд/i],
    ['ru', /hold-up/i, /нападени/i],
    ['ru', /panic/i, /тревог|тревожн/i],
    ['ru', /\bfire\b/i, /пожар/i],
    ['ru', /\bgas\b|carbon monoxide/i, /газ/i],
    ['ru', /medical/i, /медицинск/i],
    ['uz-Latn', /duress/i, /majbur/i],
    ['uz-Latn', /hold-up/i, /bosqin/i],
    ['uz-Latn', /panic/i, /tashvish/i],
    ['uz-Latn', /\bfire\b/i, /yongʻin/i],
    ['uz-Latn', /\bgas\b|carbon monoxide/i, /gaz/i],
    ['uz-Latn', /medical/i, /tibbiy/i],
    ['uz-Cyrl', /duress/i, /мажбур/i],
    ['uz-Cyrl', /hold-up/i, /босқин/i],
    ['uz-Cyrl', /panic/i, /ташвиш/i],
    ['uz-Cyrl', /\bfire\b/i, /ёнғин/i],
    ['uz-Cyrl', /\bgas\b|carbon monoxide/i, /газ/i],
    ['uz-Cyrl', /medical/i, /тиббий/i],
  ] as const)('keeps the danger in %s: %s is %s', (language, english, own) => {
    const say = words(language)
    const of = reported.filter(({ meaning }) => english.test(meaning))
    expect(of.length).toBeGreaterThan(0)
    expect(of.filter((said) => !own.test(say(said)))).toEqual([])
  })

  it('tells arming from disarming, which Contact ID reports by one code', () => {
    const say = words('ru')
    expect(say(cid('401', 'new'))).toBe('Снят с охраны пользователем')
    expect(say(cid('401', 'restore'))).toBe('Взят под охрану пользователем')
    expect(say(cid('401', 'status'))).toBe('Снятие или взятие пользователем')
  })

  it('says that it is over, or still present', () => {
    const { t } = createI18n('ru')
    expect(meaningWords(t, cid('301', 'restore'))).toBe('Пропало сетевое питание: восстановление')
    expect(meaningWords(t, cid('301', 'status'))).toBe('Пропало сетевое питание: всё ещё есть')
    expect(causeWords(t, cid('301', 'restore'))).toBe('Пропало сетевое питание')
  })

  it.each(foreign)('is called an unknown code in %s where no table has it', (language) => {
    const say = words(language)
    expect(say(cid('999'))).toContain('999')
    expect(say(cid('999'))).not.toContain('Unknown')
    expect(say(sia('QX'))).toContain('QX')
    expect(say(sia('QX'))).not.toContain('Unknown')
  })

  it('is said by its code where the journal has an older wording of the table', () =>
    expect(words('ru')({ code: '130', meaning: 'Burglary' })).toBe(
      'Проникновение, тип зоны не указан',
    ))

  it.each(['', 'constructor', 'a.b', '12:4', 'ÄÖ', '{{meaning}}', 'LATEOPEN'])(
    'stays as the journal says it where nothing can be said of the code %j',
    (code) => expect(words('ru')({ code, meaning: 'As written' })).toBe('As written'),
  )
})
