import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { accountsOf, type Line, lineOf, type Site } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { PendingMark } from '../console/PendingChip'

export function SiteAccounts({ row, card }: { row: SiteRow; card: Site }) {
  const { t } = useTranslation()
  return (
    <ul className="site-card__accounts">
      {accountsOf(row).map((account) => (
        <li key={account}>
          <code>{account}</code>
          <PendingMark row={{ row: 'account', account }} short />
          <span>{sayLine(t, lineOf(card, account)).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

function sayLine(
  t: TFunction,
  { interval, encryption, textEncoding, tolerances }: Line,
): readonly string[] {
  const tolerated = tolerances.map((tolerance) => t(`sites:tolerance.${tolerance}`)).join(', ')
  return [
    interval === null
      ? t('sites:line.unsupervised')
      : t('sites:line.every', { interval: sayInterval(t, interval) }),
    ...(encryption === 'required' ? [t('sites:line.required')] : []),
    ...(textEncoding ? [t('sites:line.encoding', { encoding: textEncoding })] : []),
    ...(tolerated ? [t('sites:line.lets-pass', { tolerances: tolerated })] : []),
  ]
}

/** Seconds in the largest unit that divides them: people set them in round figures. */
function sayInterval(t: TFunction, seconds: number): string {
  if (seconds % 3_600 === 0) return t('sites:hours', { n: seconds / 3_600 })
  return seconds % 60 === 0
    ? t('teams:minutes', { n: seconds / 60 })
    : t('teams:seconds', { n: seconds })
}
