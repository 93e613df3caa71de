import type { TFunction } from 'i18next'
import type { SiteYear } from '../../shared/alarms/site-year'
import { hour } from '../../shared/lang/instant'

const day = 24 * hour
const year = 365
/** A rate from fewer days than this says nothing about a year. */
const telling = 30

/** A site's nuisance alarms per year in words, and for how long they are known. */
export function yearWords(t: TFunction, { from, to, nuisance, ended, open }: SiteYear): string {
  const alarms = open + Object.values(ended).reduce((sum, count) => sum + count, 0)
  const days = Math.max(1, Math.round((to - from) / day))
  const of = t('records:year.of', { count: alarms })
  if (days >= year) return `${t('records:year.whole', { count: nuisance })} ${of}`
  const known = t('records:year.known', { count: nuisance, days })
  if (days < telling || nuisance === 0) return `${known} ${of}`
  const rate = Math.round((nuisance * year) / days)
  return `${known} ${of} ${t('records:year.rate', { count: rate })}`
}
