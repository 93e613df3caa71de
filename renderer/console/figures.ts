import type { TFunction } from 'i18next'
import { hour, minute } from '../../shared/lang/instant'
import { duration } from './time'

/** Whole metres below a kilometre, then kilometres to a tenth. */
export const sayDistance = (t: TFunction, metres: number): string =>
  metres < 995
    ? t('teams:metres', { n: Math.round(metres / 10) * 10 })
    : t('teams:kilometres', { n: (metres / 1000).toFixed(1).replace('.', t('teams:decimal-mark')) })

/** Never less than a minute, since the estimate is no better than that. */
export const sayMinutes = (t: TFunction, seconds: number): string =>
  t('teams:minutes', { n: Math.max(1, Math.round(seconds / 60)) })

/** An age as people say it: `3 s`, `12 min`, `2 h 05 min`. */
export function sayAge(t: TFunction, ms: number): string {
  const age = Math.max(0, ms)
  if (age < minute) return t('teams:seconds', { n: Math.floor(age / 1000) })
  if (age < hour) return t('teams:minutes', { n: Math.floor(age / minute) })
  return t('teams:hours', {
    n: Math.floor(age / hour),
    rest: String(Math.floor((age % hour) / minute)).padStart(2, '0'),
  })
}

/**
 * The age of something that waits: to the second in the first hour, then to the minute, so that it
 * is no wider after half a night than after half a minute.
 */
export const sayRowAge = (t: TFunction, ms: number): string =>
  ms < hour ? duration(ms) : sayAge(t, ms)

/**
 * A count or a rate in the language's notation, to a tenth: `1,140`, `1 140`, `12,5`. Chromium has
 * no number formats for Uzbek.
 */
export function sayNumber(language: string, value: number): string {
  const [group, mark] = language === 'en' ? [',', '.'] : ['\u00a0', ',']
  const [whole = '', tenth] = String(Math.round(value * 10) / 10).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return tenth === undefined ? grouped : `${grouped}${mark}${tenth}`
}
