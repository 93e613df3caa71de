import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/lang/language'
import { sayDetail } from './detail-words'
import { createI18n } from './i18n'

describe('A detail for the technician', () => {
  it('is in the language chosen, with its values', () => {
    const { t } = createI18n('ru')
    expect(sayDetail(t, 'CRC 00FF received, 1A2B computed')).toBe(
      'CRC: получено 00FF, вычислено 1A2B',
    )
    expect(
      sayDetail(t, 'Nothing was heard for 60 s. 10.0.0.5:1025 has closed the connection'),
    ).toBe('Ничего не слышно 60 с; 10.0.0.5:1025 закрыл соединение')
  })
  it('of an item of a centre that makes no sense is in every language', () => {
    const said = languages.map((language) =>
      sayDetail(createI18n(language).t, 'code: Contact ID has three digits, e.g. 130'),
    )
    expect(said).toEqual([
      'code: Contact ID uch raqamli, masalan 130',
      'code: Contact ID уч рақамли, масалан 130',
      'code: в Contact ID три цифры, например 130',
      'code: Contact ID has three digits, e.g. 130',
    ])
  })
  it('is left to English where the table does not know it', () =>
    expect(sayDetail(createI18n('ru').t, 'items[3].account: needed')).toBeNull())
})
