import { toleranceSchema } from '../dc09/tolerances'
import { sameJson } from '../lang/same-json'
import { type Line, plainLine } from '../sites/site'
import { textEncodingNamed } from '../text/encoding-names'
import { type TextEncoding, textEncodingSchema } from '../text/read-bytes'
import { itemsOf, listOf } from './cell-list'
import { orEmpty, readAccount, readEach, readWholeNumber, readWord } from './cell-texts'
import { type Fault, fault, isFault, said } from './fault'

const readTolerance = readWord(toleranceSchema.options)
const encryptions = ['optional', 'required'] as const

export const readInterval = orEmpty(readWholeNumber('seconds'), null)
export const readEncryption = orEmpty(readWord(encryptions), 'optional' as const)
const readKnownEncoding = readWord(textEncodingSchema.options)
const readEncoding = (cell: string): TextEncoding | Fault =>
  textEncodingNamed(cell) ?? readKnownEncoding(cell)
export const readTextEncoding = orEmpty(readEncoding, undefined)

export const writeInterval = (interval: number | null): string =>
  interval === null ? '' : String(interval)

const readTolerancesAt =
  (items: (cell: string) => string[]) =>
  (cell: string): Line['tolerances'] | Fault => {
    const tolerances = readEach(items(cell), readTolerance)
    return isFault(tolerances) ? tolerances : [...new Set(tolerances)]
  }
/** `binaryCrc; staleTime` */
export const readTolerances = readTolerancesAt(itemsOf)
const readJoined = readTolerancesAt((cell) => cell.split('+'))

/** `1A2C interval=90 encryption=required tolerances=binaryCrc+staleTime; 1A2D` */
export function readFurther(cell: string): Line[] | Fault {
  const seen = new Set<string>()
  return readEach(itemsOf(cell), (item) => {
    const [first = '', ...settings] = item.trim().split(/\s+/)
    const account = readAccount(first)
    if (isFault(account)) return account
    if (seen.has(account)) return fault(`account ${account} stands there twice`)
    seen.add(account)
    return readSettings(account, settings)
  })
}

function readSettings(account: string, settings: readonly string[]): Line | Fault {
  let line = plainLine(account)
  for (const setting of settings) {
    const [key = '', value = ''] = setting.split('=', 2)
    const change = readSetting(key.toLowerCase(), value)
    if (isFault(change)) return fault(`${account}: ${change.fault}`)
    line = { ...line, ...change }
  }
  return line
}

function readSetting(key: string, value: string): Partial<Line> | Fault {
  if (key === 'interval') return settingOf(key, readInterval(value))
  if (key === 'encryption') return settingOf(key, readEncryption(value))
  if (key === 'text_encoding') return settingOf('textEncoding', readTextEncoding(value))
  if (key === 'tolerances') return settingOf(key, readJoined(value))
  return fault(
    `${said(key)} is not known; after the account may stand interval=, encryption=, text_encoding=, tolerances=`,
  )
}

const settingOf = <Key extends keyof Line>(
  key: Key,
  value: Line[Key] | undefined | Fault,
): Partial<Line> | Fault =>
  isFault(value) ? value : value === undefined ? {} : ({ [key]: value } as Partial<Line>)

export const isPlain = (line: Line): boolean => sameJson(line, plainLine(line.account))

/** Leaves out settings that have their usual value. */
export function writeFurther(lines: readonly Line[]): string {
  return listOf(
    lines.map(({ account, interval, encryption, textEncoding, tolerances }) =>
      [
        account,
        ...(interval === null ? [] : [`interval=${interval}`]),
        ...(encryption === 'optional' ? [] : [`encryption=${encryption}`]),
        ...(textEncoding === undefined ? [] : [`text_encoding=${textEncoding}`]),
        ...(tolerances.length === 0 ? [] : [`tolerances=${tolerances.join('+')}`]),
      ].join(' '),
    ),
  )
}
