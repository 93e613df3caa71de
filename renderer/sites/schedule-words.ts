import type { TFunction } from 'i18next'
import type { Schedule } from '../../shared/sites/schedule'

type Hours = Schedule['hours'][number]

const two = (value: number) => String(value).padStart(2, '0')
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** Monday first (ISO 8601 calls Sunday 7, the words call it 0). */
const sayDay = (t: TFunction, day: number): string => t(`app:weekday.${day % 7}`)

const same = (a: Hours, b: Hours): boolean => a.open === b.open && a.close === b.close

/** Duty hours as people write them, days with the same hours together: `Mon–Fri`, `09:00–18:00`. */
export function sayHours(
  t: TFunction,
  { hours }: Schedule,
): readonly { readonly days: string; readonly hours: string }[] {
  const spans: { from: Hours; to: Hours }[] = []
  for (const row of [...hours].sort((a, b) => a.day - b.day)) {
    const last = spans.at(-1)
    if (last && last.to.day + 1 === row.day && same(last.to, row)) last.to = row
    else spans.push({ from: row, to: row })
  }
  return spans.map(({ from, to }) => ({
    days: from === to ? sayDay(t, from.day) : `${sayDay(t, from.day)}–${sayDay(t, to.day)}`,
    hours:
      from.close < from.open
        ? t('sites:schedule-next-day', { open: clock(from.open), close: clock(from.close) })
        : `${clock(from.open)}–${clock(from.close)}`,
  }))
}
