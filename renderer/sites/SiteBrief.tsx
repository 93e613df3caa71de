import { useTranslation } from 'react-i18next'
import type { AlarmKind } from '../../shared/codes/kinds'
import { isArmedThreat } from '../../shared/plans/built-in'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import { CardMissing } from '../console/CardMissing'
import { useSiteCard } from '../console/site-cards'
import './site-brief.css'

/** What is asked first, always in sight: what endangers a crew, where it is, and whom to call. */
export function SiteBrief({ site, kind }: { site: SiteRow; kind: AlarmKind }) {
  const { t } = useTranslation()
  const card = useSiteCard(site.id)
  const [first] = card?.site?.contacts ?? []
  const hazards = listed(card?.site?.hazards ?? [], ' · ')
  return (
    <div className="site-brief">
      {hazards ? (
        <p className="site-brief__hazards ellipsis" title={hazards}>
          <span aria-hidden="true">⚠ </span>
          <bdi>{hazards}</bdi>
        </p>
      ) : null}
      <p className="site-brief__line ellipsis selectable" title={site.address}>
        {site.address}
      </p>
      <CardMissing row={site} card={card} />
      {isArmedThreat(kind) ? (
        <p className="site-brief__threat">{t('steps:do-not-call-site.text')}</p>
      ) : null}
      {first ? (
        <p className="site-brief__line ellipsis selectable">
          <strong>{first.phone}</strong> <bdi>{listed([first.role, first.name], ', ')}</bdi>
        </p>
      ) : null}
    </div>
  )
}
