import type { Schedule } from '../sites/schedule'
import { itemsOf, listOf } from './cell-list'
import { readEach } from './cell-texts'
import { type Fault, fault, isFault, said } from './fault'

type Hours = Schedule['hours'][number]

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const alwaysClosed = 'closed'

/**
 * Minutes a site may be late when a register gives only hours: longer than finding the key takes,
 * shorter than a shift's start.
 */
export const usualGrace = 15

/**
 * `300` is minutes; `+5`, `UTC+5` and `+05:30` are hours. Refuses an offset of less than an hour
 * (but not 0) or with a fraction of a quarter hour, since no zone has one.
 */
export function readOffset(cell: string): number | Fault {
  const text = cell.trim()
  const match = /^(?:UTC|GMT)?\s*([+\u2212-]?)(\d{1,4})(?::(\d\d))?$/i.exec(text)
  const [, sign = '', number = '', minutes] = match ?? []
  const asHours =
    minutes !== undefined || /^(?:UTC|GMT)/i.test(text) || (sign !== '' && Number(number) <= 14)
  const size = asHours ? Number(number) * 60 + Number(minutes ?? 0) : Number(number)
  const offset = sign === '-' || sign === '\u2212' ? -size : size
  if (match && size % 15 === 0 && (size === 0 || size >= 60) && offset >= -720 && offset <= 840)
    return offset + 0
  return fault(`${said(text)} is no distance from UTC; write it in minutes, 300 for UTC+5`)
}

/** `mon-fri 09:00-18:00; sat 10:00-14:00`, or `closed`. */
export function readHours(cell: string): Hours[] | Fault {
  if (cell.trim().toLowerCase() === alwaysClosed) return []
  const spans = readEach(itemsOf(cell), readSpan)
  if (isFault(spans)) return spans
  const hours = spans.flat()
  const twice = hours.find(({ day }, at) => hours.findIndex((other) => other.day === day) !== at)
  return twice ? fault(`${days[twice.day - 1]} stands there twice`) : hours
}

function readSpan(item: string): Hours[] | Fault {
  const match = /^([a-z]{3})(?:\s*-\s*([a-z]{3}))?\s+(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)$/.exec(
    item.trim().toLowerCase(),
  )
  const [, from = '', to = from, ...times] = match ?? []
  const [first, last] = [days.indexOf(from), days.indexOf(to)]
  if (!match || first < 0 || last < first)
    return fault(`${said(item.trim())} cannot be read; write mon-fri 09:00-18:00`)
  const [openHour = 0, openMinute = 0, closeHour = 0, closeMinute = 0] = times.map(Number)
  if (openHour > 23 || closeHour > 23 || openMinute > 59 || closeMinute > 59)
    return fault(`${said(item.trim())} names a time that no clock shows; write 00:00 to 23:59`)
  const [open, close] = [openHour * 60 + openMinute, closeHour * 60 + closeMinute]
  return days.slice(first, last + 1).map((_, at) => ({ day: first + at + 1, open, close }))
}

export function writeHours(hours: readonly Hours[]): string {
  if (hours.length === 0) return alwaysClosed
  const spans: { from: number; to: number; times: string }[] = []
  for (const { day, open, close } of hours) {
    const times = `${clock(open)}-${clock(close)}`
    const last = spans.at(-1)
    if (last && last.to === day - 1 && last.times === times) last.to = day
    else spans.push({ from: day, to: day, times })
  }
  return listOf(
    spans.map(
      ({ from, to, times }) => `${dayName(from)}${from === to ? '' : `-${dayName(to)}`} ${times}`,
    ),
  )
}

const dayName = (day: number): string => days[day - 1] ?? ''
const two = (value: number): string => String(value).padStart(2, '0')
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
