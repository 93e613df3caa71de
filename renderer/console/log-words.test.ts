import { describe, expect, it } from 'vitest'
import type { LogLine } from '../../shared/incidents/incident'
import { eventData } from '../../shared/room/events'
import { createI18n } from './i18n'
import { logWords } from './log-words'

const { t } = createI18n('en')
const line = (type: string, params: LogLine['params'] = {}): LogLine => ({
  seq: 1,
  at: 0,
  by: 'Officer One',
  type,
  params,
})

describe('a line of the log', () => {
  it('says what happened in the words of the screen', () => {
    expect(logWords(t, line('team-dispatched', { team: 'Q-07', why: 'nearest' })).said).toBe(
      'Q-07 dispatched',
    )
    expect(logWords(t, line('incident-step-completed', { step: 'call-contact' })).said).toBe(
      'Done: Call the contact',
    )
    expect(logWords(t, line('incident-closed', { disposition: 'test', remark: '' })).said).toBe(
      'Closed: Test',
    )
  })
  it('quotes what somebody wrote, as it was written', () => {
    expect(logWords(t, line('incident-note-added', { text: 'Door <b>shut</b>' }))).toEqual({
      said: 'Note',
      quoted: 'Door <b>shut</b>',
    })
    expect(
      logWords(t, line('dispatch-cancelled', { team: 'Q-07', reason: 'nearer one' })).quoted,
    ).toBe('nearer one')
  })
  it('says in which direction a team was reassigned', () => {
    expect(
      logWords(t, line('team-reassigned', { team: 'Q-07', reason: 'r', to: 'i2' })).said,
    ).toContain('to another')
    expect(
      logWords(t, line('team-reassigned', { team: 'Q-07', reason: 'r', from: 'i2' })).said,
    ).toContain('from another')
  })
  it('has words for everything that reaches a log', () => {
    const ofIncidents = Object.keys(eventData).filter(
      (type) =>
        type.startsWith('incident-') ||
        type.startsWith('dispatch-') ||
        /^team-(dispatched|en-route|on-scene|cleared)$/.test(type),
    )
    expect(ofIncidents.length).toBeGreaterThan(9)
    for (const type of ofIncidents)
      expect(logWords(t, line(type, { team: 'Q-07' })).said).not.toBe(type)
  })
})
