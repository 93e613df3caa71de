import { describe, expect, it } from 'vitest'
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
  it('is left to English where the table does not know it', () =>
    expect(sayDetail(createI18n('ru').t, 'items[3].account: needed')).toBeNull())
})
