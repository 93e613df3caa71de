import { describe, expect, it } from 'vitest'
import { classify, type SignalCode } from './classify'
import { cidRows, siaRows } from './tables'

/*
 * What a code becomes, held against the words of its own meaning: whatever a table or its next
 * revision calls a row, its words must not be belittled.
 */

const qualifiers = ['new', 'restore', 'status'] as const
const rows: readonly (readonly [string, SignalCode, string])[] = [
  ...[...siaRows].map(
    ([code, { meaning }]) =>
      [`SIA ${code}, "${meaning}"`, { table: 'sia', code, qualifier: 'new' }, meaning] as const,
  ),
  ...[...cidRows].flatMap(([code, { meaning }]) =>
    qualifiers.map(
      (qualifier) =>
        [
          `Contact ID ${code} ${qualifier}, "${meaning}"`,
          { table: 'cid', code, qualifier },
          meaning,
        ] as const,
    ),
  ),
]
const saying = (words: RegExp) => rows.filter(([, , meaning]) => words.test(meaning))

const vital = /duress|hold-up|panic|fire|smoke|gas|carbon monoxide|medical|tamper|help|wrong code/i
const failed =
  /\b(?:did not|failed to) (?:succeed|come on|arm|disarm|open|close|arrive)|not armed|arming failed|exit error|late to/i
const alarm = /\balarm\b/i
/**
 * An alarm that is over, withdrawn, tested or only spoken of: what the rest of the meaning says
 * decides.
 */
const noAlarm =
  /over|cancel|withdrawn|reset|silenced|test|as trouble|neither|point|after|while|re-armed|events?|relay|panel|supervision/i

describe('A code whose meaning', () => {
  it.each(saying(vital))('speaks of danger is no mere status: %s', (_, code) =>
    expect(classify(code).class).not.toMatch(/^(?:status|opening|closing|unknown)$/),
  )
  it.each(saying(failed))(
    'says that arming or disarming failed is a trouble or an alarm: %s',
    (_, code) =>
      expect(classify(code).class).toMatch(
        code.qualifier === 'restore' ? /^(?:trouble|alarm|restore)$/ : /^(?:trouble|alarm)$/,
      ),
  )
  it.each(saying(/duress/i))(
    'speaks of duress is of the first priority until it is over: %s',
    (_, code) =>
      expect(classify(code)).toMatchObject(
        code.qualifier === 'restore'
          ? { class: 'restore', kind: 'duress' }
          : { kind: 'duress', class: 'alarm', priority: 1 },
      ),
  )
  it.each(saying(/disagree/i))('the lists disagree about flips no site: %s', (_, code) => {
    expect(classify(code).class).toBe('status')
    expect(classify(code).opens).toBeUndefined()
  })
  it.each(
    saying(alarm).filter(
      ([, { qualifier }, meaning]) => qualifier === 'new' && !noAlarm.test(meaning),
    ),
  )('says alarm and nothing that takes it back is an alarm: %s', (_, code) =>
    expect(classify(code).class).toBe('alarm'),
  )
  it.each(saying(/\bnot (?:valid|known)\b|could not be delivered/i))(
    'says that a report was lost is shown: %s',
    (_, code) => expect(classify(code).class).toMatch(/^(?:trouble|restore)$/),
  )
})

describe('A site', () => {
  const flips = rows.filter(
    ([, code]) => /^(?:opening|closing)$/.test(classify(code).class) || classify(code).opens,
  )
  it.each(flips)('is flipped only by words of arming and disarming: %s', (_, __, meaning) =>
    expect(meaning).toMatch(/arm|clos|open|night mode/i),
  )
  it.each(rows.filter(([, code]) => classify(code).opens))(
    'is open beside an alarm only when it was disarmed: %s',
    (_, code) => expect(classify(code)).toMatchObject({ class: 'alarm', priority: 1 }),
  )
  it('is not opened by a duress code alone, since that says nothing of disarming', () =>
    expect(classify({ table: 'cid', code: '121', qualifier: 'new' }).opens).toBeUndefined())
})
