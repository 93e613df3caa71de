import { siaRules } from '../codes/sia-rules'
import { siaRows } from '../codes/tables'
import { takeAccount } from './data-account'

/**
 * One event of a SIA-DCS message as written: digits keep their leading zeros, '' stands for none.
 */
export interface SiaEvent {
  /** Two capital letters, e.g. BA; `unreadCode` for something that may have been a code. */
  readonly code: string
  readonly address: string
  /** N new, O old: buffered and sent late. */
  readonly qualifier: 'N' | 'O'
  readonly area: string | null
  readonly user: string | null
  readonly peripheral: string | null
  /** `HH:MM[:SS]` and `MM-DD-YY[YY]`. */
  readonly time: string | null
  readonly date: string | null
  /** All text about this event, in Latin-1. */
  readonly text: string | null
}

export interface SiaData {
  readonly account: string | null
  /**
   * In the order of the data; the last is `unreadCode` when part of the data may have been a
   * further event.
   */
  readonly events: readonly SiaEvent[]
  /** What could not be read; '' when nothing. The events around it remain valid. */
  readonly leftover: string
}

/** It is in no table, so it shows as an unknown alarm: the frame said more than was read. */
export const unreadCode = '??'

interface Reader {
  readonly data: string
  at: number
  qualifier: 'N' | 'O'
  readonly modifiers: Map<string, string>
  readonly events: SiaEvent[]
  leftover: string
  block: { readonly at: number; readonly events: number }
  /** The parts of the leftover that may have been events. */
  readonly unread: string[]
}

// Every pattern is sticky: it matches at the reader's place or not at all.
const qualifierPart =
  /\s*[NO]\s*(?=[A-Za-z][a-z]|[A-Z]{2}|\/|$)|[no](?=(?:ri|id|pi|ai|ti|da)[\d:])/y
/** The qualifier repeated after a slash. A whole code must follow, since NL01 is itself a code. */
const qualifierAgain = /[NO](?=[A-Z]{2}(?![A-Z]))/y
/** `|A` starts a text, unless it starts a block of its own such as `|AT000`. */
const alarmText = /A(?![ABFNRST]\d+(?:[/|^*]|$))([^|]*)/y
const phone = /(ph)([^/|^]*)/y
/**
 * Two letters and a value: a time, a date or a number; other words are not modifiers. Some senders
 * write capitals (`Ri01`), or a space before the value. RI, ID, PI, AI and TI are no codes.
 */
const value = String.raw`\d\d:\d\d(?::\d\d)?|\d\d-\d\d-\d{2,4}|[+-]?\d{1,8}(?:\.\d{1,4})?`
const known = '[Rr]i|[Ii]d|[Pp]i|[Aa]i|[Tt]i|[Dd]a|[Pp]h|[Vv]a|[Ll]v|[Pp]t|[Rr]g|[Ss]s|[Cc]n|[Aa]d'
const knownModifier = new RegExp(`(${known}|RI|ID|PI|AI|TI)\\s*(${value})(?![A-Za-z]{3})`, 'y')
const modifier = new RegExp(`([a-z]{2})(${value}|(?=[/|^A-Z]|$))`, 'y')
/**
 * Two capitals and a number. A letter directly after the two makes them part of a word of unknown
 * meaning: CLOSED is not CL and OS and ED. Exceptions: xSIA's NM, and a modifier that comes late.
 */
const event =
  /([A-Z]{2})(?:(\d{1,8})|\s+(\d{1,8})(?=[/|^*\s]|$)|(?=NM(?:[/|]|$)|(?:ri|id|pi|ai|ti|da)[\d:])|(?![A-Za-z]))/y
/** A gap between the parts of a block; it never precedes plain words. */
const gap = /\s+(?=[A-Z]{2}\s*(?:\d|[/|^*]|$)|[A-Za-z]{2}\s*\d)/y
/**
 * Where some senders omit the slash before the next event: another sign (`BA01,FA02`), or only its
 * qualifier (`BA01NFA02`).
 */
const withoutSlash = /(?:[,;\\]\s*[NO]?|[NO])(?=([A-Z]{2})\d)/y
/**
 * What reads as a further event in the same block, or as words about it (`BA01 FA 2`, `BA01(FA2)`).
 */
const eventBehind = /^[^0-9A-Za-z^*]+([A-Z]{2})\s*\d{1,8}(?![0-9A-Za-z])/
const caretText = /\^([^^]*)\^?/y
/**
 * What could have been a garbled code and number: one word with a digit or two capitals, apart from
 * its texts. Words of a sentence, a lone sign, a fraction of a second or a repeated account are
 * none.
 */
const perhapsCode = /^(?!#)(?=[^^*]*(?:\d|[A-Z]{2}))[^\s^*]{1,16}(?=[\^*]|$)/
/** A modifier's value went on: only a capital, or a code in small letters, can follow. */
const perhapsCodeBehind = (skipped: string): boolean =>
  /^[A-Z]/.test(skipped) || siaRows.has((/^([a-z]{2})\d/.exec(skipped)?.[1] ?? '').toUpperCase())
/** xSIA: `*"text"NM` or `*'text'NM`; the NM also stands alone. */
const quotedText = /\*(["'])(.*?)\1(?:NM)?|NM(?=[/|]|$)/y

/**
 * Reads the data of a SIA-DCS frame: `[#acct|]<N|O><block>{/<block>}[|A<text>]`. A block is
 * two-letter modifiers (in force for later blocks too) and a code with its number. The slash
 * between modifiers and code may be missing or be spaces (`Nri1CL0`). It never throws: data without
 * an event gives none. `header` is the frame's account, by which the data's is recognised.
 */
export function parseSiaData(whole: string, header: string | null = null): SiaData {
  const { account, rest: data } = takeAccount('SIA-DCS', whole, header)
  const reader: Reader = {
    data,
    at: 0,
    qualifier: 'N',
    modifiers: new Map(),
    events: [],
    leftover: '',
    ...blank(),
  }
  let blockStart = true
  while (reader.at < data.length) {
    if (reader.events.length >= mostEvents) {
      skipRest(reader)
      break
    }
    const bar = data[reader.at] === '|'
    if (bar || data[reader.at] === '/') {
      reader.at++
      reader.block = { at: reader.at, events: reader.events.length }
      if (!bar) readQualifier(reader, qualifierAgain)
      blockStart ||= bar
      continue
    }
    if (blockStart) {
      blockStart = false
      readStart(reader)
      continue
    }
    if (
      !readGap(reader) &&
      !readWithoutSlash(reader) &&
      !readModifier(reader, knownModifier) &&
      !readEvent(reader) &&
      !readModifier(reader, modifier)
    )
      skipUnknown(reader)
  }
  const { events, unread, leftover } = reader
  // It may have been an alarm, whether or not anything else was read.
  if (unread.length > 0) events.push(unreadEvent(reader))
  return { account, events, leftover }
}

/**
 * Events read of one frame. A SIA block has at most 63 characters (DC-03), room for some fifteen
 * events; this is twice as many. What follows them becomes one unknown alarm: nobody can be made to
 * judge a thousand events of one frame.
 */
export const mostEvents = 32
const longestRest = 200

function skipRest(reader: Reader): void {
  const rest = reader.data.slice(reader.at)
  reader.leftover += rest
  if (/[A-Z]{2}/.test(rest)) reader.unread.push(rest.slice(0, longestRest))
  reader.at = reader.data.length
}

const blank = () => ({ block: { at: 0, events: 0 }, unread: [] })

const unreadEvent = ({ unread, qualifier }: Reader): SiaEvent => ({
  ...{
    code: unreadCode,
    address: '',
    qualifier,
    area: null,
    user: null,
    peripheral: null,
    time: null,
    date: null,
  },
  text: unread.join(' / '),
})

function match(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.data)
  if (found !== null) reader.at += found[0].length
  return found
}

/** Allowed only at the start or after a bar: the qualifier, or a text about the event before. */
function readStart(reader: Reader): void {
  const text = reader.events.length > 0 ? match(reader, alarmText)?.[1] : undefined
  if (text !== undefined) addText(reader, text)
  readQualifier(reader, qualifierPart)
}

function readQualifier(reader: Reader, pattern: RegExp): void {
  const found = match(reader, pattern)
  if (found === null) return
  reader.qualifier = /O/i.test(found[0]) ? 'O' : 'N'
  reader.block = { at: reader.at, events: reader.events.length }
}

const readGap = (reader: Reader): boolean =>
  reader.events.length === reader.block.events && match(reader, gap) !== null

/** Begins the next block where an event from the table follows without a slash. */
function readWithoutSlash(reader: Reader): boolean {
  if (reader.events.length === reader.block.events) return false
  const from = reader.at
  const found = match(reader, withoutSlash)
  if (found === null) return false
  if (!siaRows.has(found[1] ?? '')) {
    reader.at = from
    return false
  }
  const said = /[NO]$/.exec(found[0])?.[0]
  if (said !== undefined) reader.qualifier = said === 'O' ? 'O' : 'N'
  reader.block = { at: reader.at, events: reader.events.length }
  return true
}

function readEvent(reader: Reader): boolean {
  const found = match(reader, event)
  if (found === null) return false
  const { modifiers, qualifier } = reader
  const texts = [match(reader, caretText)?.[1], match(reader, quotedText)?.[2]]
  reader.events.push({
    code: found[1] ?? '',
    address: found[2] ?? found[3] ?? '',
    qualifier,
    area: modifiers.get('ri') || null,
    user: modifiers.get('id') || null,
    peripheral: modifiers.get('pi') || null,
    time: modifiers.get('ti') || null,
    date: modifiers.get('da') || null,
    text: joined([...texts, modifiers.get('^ri'), modifiers.get('^id'), modifiers.get('^pi')]),
  })
  return true
}

function readModifier(reader: Reader, pattern: RegExp): boolean {
  const from = reader.at
  const found = match(reader, phone) ?? match(reader, pattern)
  if (found === null) return false
  const name = (found[1] ?? '').toLowerCase()
  // Perhaps a code in small letters: it must not be swallowed as a modifier.
  if (pattern === modifier && found[2] !== '' && siaRows.has(name.toUpperCase())) {
    reader.at = from
    return false
  }
  reader.modifiers.set(name, found[2] ?? '')
  // A text directly after a modifier names it (an area, a user) and stays in force as long as the
  // modifier.
  reader.modifiers.set(`^${name}`, match(reader, caretText)?.[1] ?? '')
  return true
}

function addText(reader: Reader, text: string): void {
  const last = reader.events.pop()
  if (last !== undefined) reader.events.push({ ...last, text: joined([last.text ?? '', text]) })
}

/** Skips to the next block, so that one odd word does not hide the events after it. */
function skipUnknown(reader: Reader): void {
  const rest = reader.data.slice(reader.at)
  const length = Math.max(1, rest.search(/[/|]|$/))
  const skipped = rest.slice(0, length)
  if (mayBeEvent(reader, skipped)) reader.unread.push(skipped)
  reader.leftover += skipped
  reader.at += length
}

/**
 * Applies to a block without an event. What follows an event in its own block is a sender's habit,
 * unless it reads as an alarm.
 */
function mayBeEvent({ data, at, events, block }: Reader, skipped: string): boolean {
  if (events.length > block.events) {
    const code = eventBehind.exec(skipped)?.[1]
    return code !== undefined && siaRules.get(code)?.class === 'alarm'
  }
  if (!perhapsCode.test(skipped)) return false
  return at === block.at || (/\d/.test(data[at - 1] ?? '') && perhapsCodeBehind(skipped))
}

const joined = (texts: readonly (string | undefined)[]): string | null =>
  texts.filter((text) => text !== undefined && text !== '').join(' · ') || null
