import { describe, expect, it } from 'vitest'
import { because, type Refusal, sentence } from '../../shared/lang/decision'
import { type Language, languages } from '../../shared/lang/language'
import { SaidError } from '../../shared/lang/said-error'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts } from '../testing/test-console'
import { createI18n } from './i18n'
import { sayRefusal } from './say'
import { sendCommand } from './send-command'

const full = sentence('trouble-disk-full', 'the disk is full')
const words = 'The journal {file} cannot be opened: {reason}'
const notOpened = because('journal-not-opened', words, full, { file: '/d/journal.db' })
const failed = because('hub-of-own-failed', '{reason}. It is being tried again', notOpened)
const said = (refusal: Refusal, language: Language = 'en') =>
  sayRefusal(createI18n(language).t, refusal)

describe('A sentence with a reason in it', () => {
  it('is in English for logs, as deep as the reasons go', () =>
    expect(failed.text).toBe(
      'The journal /d/journal.db cannot be opened: the disk is full. It is being tried again',
    ))
  it('is said with all its reasons in the language of the officer', () =>
    expect(languages.map((language) => said(failed, language))).toEqual([
      '/d/journal.db jurnalini ochib boʻlmadi: disk toʻlgan. Yana urinib koʻrilmoqda',
      '/d/journal.db журналини очиб бўлмади: диск тўлган. Яна уриниб кўрилмоқда',
      'Журнал /d/journal.db не открывается: диск полон. Идёт новая попытка',
      'The journal /d/journal.db cannot be opened: the disk is full. It is being tried again',
    ]))
  it('says a reason nobody has words for as it came, without a second stop', () => {
    const odd = sentence('never-heard-of', 'It is on fire.')
    expect(said(because('copy-stopped', 'The copy of the journal stopped: {reason}', odd))).toBe(
      'The copy of the journal stopped: It is on fire',
    )
  })
})

it('A notice of what the main process has against something keeps the reasons by their codes', async () => {
  const ports = createTestPorts(roomOf())
  ports.bridge.answer('command', () => {
    throw new SaidError(full)
  })
  await sendCommand(ports, { type: 'acknowledge-alarm', alarmId: 'a1', incidentId: 'i1' })
  const [notice] = ports.store.getState().notices
  expect(notice && said(notice, 'ru')).toBe('Не удалось передать команду: диск полон')
})
