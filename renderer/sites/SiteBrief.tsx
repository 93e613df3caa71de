import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import { CardMissing } from '../console/CardMissing'
import { useSiteCard } from '../console/site-cards'
import './site-brief.css'

/** What endangers a crew: always in sight, and read out before the crew goes in. */
export function SiteBrief({ site }: { site: SiteRow }) {
  const { t } = useTranslation()
  const card = useSiteCard(site.id)
  const hazards = listed(card?.site?.hazards ?? [], ' · ')
  if (card?.site && !hazards) return null
  return (
    <div className="site-brief">
      {hazards ? (
        <p className="site-brief__hazards" title={hazards}>
          <span className="visually-hidden">{t('sites:hazards')}</span>
          <span aria-hidden="true">⚠</span>
          <bdi className="site-brief__words">{hazards}</bdi>
        </p>
      ) : null}
      <CardMissing row={site} card={card} />
    </div>
  )
}
