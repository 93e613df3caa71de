import { describe, expect, it } from 'vitest'
import { classify } from '../codes/classify'
import { parseSiaData } from './sia-dcs'

const read = (data: string) => {
  const { events } = parseSiaData(data, '1235')
  return events.map(({ code, address, area, text }) => [code, address, area, text])
}
const classes = (data: string) =>
  parseSiaData(data, '1235').events.map(
    ({ code }) => classify({ table: 'sia', code, qualifier: 'new' }).class,
  )

describe('Spaces and capitals of panel manuals', () => {
  it.each([
    'Nri01 BA 01',
    'NRi01 BA 01',
    'NRI01 BA 01',
    'NRi01/BA01',
    'N ri01 BA01',
    'Nri 01/BA  01',
    'nri01 BA01',
    'Nri01 / BA 01',
    ' Nri01 BA01',
    'Nri01/NBA01',
  ])('do not turn a burglary into anything else: %s', (data) =>
    expect(read(`1235|${data}`)).toEqual([['BA', '01', '01', null]]),
  )
})

describe('What could be an alarm and is not surely read', () => {
  it.each([
    ['NRp0', ['unknown']],
    ['Nri1/ba01', ['unknown']],
    ['Nri1/ba01/CL02', ['closing', 'unknown']],
    ['CLOSED', ['unknown']],
    ['Nri1/NRBA01', ['unknown']],
    ['Nri1/CL01 FA 2', ['closing', 'unknown']],
    ['Nri1/F1A02', ['unknown']],
    ['nri01ba05', ['unknown']],
    ['Nri1/CL01(FA2)', ['closing', 'unknown']],
    ['Nri1/CL01+HA02', ['closing', 'unknown']],
    ['Nri1/RP01 & PA3', ['test', 'unknown']],
  ])('is an unknown alarm, and never a restoral or a status alone: %s', (data, said) =>
    expect(classes(data)).toEqual(said),
  )
  it.each([
    'NCL01 FRONT DOOR',
    'NCL01 Zone 5',
    'NCL01 DR 3',
    'NCL01 12 Main Street',
    'NCL01 PIR 3',
    'NCL01, flat 5',
    'NCL01,NE wing',
    'NCL01;12',
  ])('is not seen in words behind an event: %s', (data) =>
    expect(classes(data)).toEqual(['closing']),
  )
  it.each([
    'NBA06NFA07',
    'NBA06,FA07',
    'NBA06;FA07',
    'NBA06\\FA07',
    'NBA06, NFA07',
    'NBA06^Hall^,FA07',
    'NBA06FA07',
  ])('is read where only the slash before it is missing: %s', (data) =>
    expect(parseSiaData(data).events.map(({ code, address }) => code + address)).toEqual([
      'BA06',
      'FA07',
    ]),
  )
  it('is no number that is a time', () =>
    expect(read('NRP 12:30')).toEqual([['RP', '', null, null]]))
})
