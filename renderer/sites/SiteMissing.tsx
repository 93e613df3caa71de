import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { HubCode } from '../../shared/codes/hub-codes'
import type { Room } from '../../shared/room/room'
import { type Missing, missingKey } from '../../shared/signals/missing'
import { accountsOf } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { useConsole } from '../console/console-context'
import { useNow } from '../console/now'
import { duration, wallMoment } from '../console/time'

const codes: readonly HubCode[] = ['SILENT', 'WRONGKEY', 'LATECLOS', 'LATEOPEN']

const missingAt = ({ missing }: Room, site: SiteRow): readonly Missing[] =>
  accountsOf(site).flatMap((account) =>
    codes.flatMap((code) => missing.get(missingKey({ account, code })) ?? []),
  )

export function SiteMissing({ site }: { site: SiteRow }) {
  const { t } = useTranslation()
  const rows = useConsole(useShallow(({ room }) => missingAt(room, site)))
  const now = useNow()
  if (rows.length === 0) return null
  return (
    <ul className="site-card__missing" aria-label={t('sites:missing.label')}>
      {rows.map(({ account, code, since }) => (
        <li key={missingKey({ account, code })}>
          <strong>
            {t(`sites:missing.${code}`, {
              time: wallMoment(since, now),
              age: duration(now - since),
            })}
          </strong>{' '}
          <span>{t('sites:missing.account', { account })}</span>
        </li>
      ))}
    </ul>
  )
}
