import { useTranslation } from 'react-i18next'
import type { Site } from '../../shared/sites/site'
import { Chip } from '../ui/Chip'
import './site-card.css'

/** Heading of the card when nothing is the matter with the site. */
export function SiteHead({ site }: { site: Site }) {
  const { t } = useTranslation()
  return (
    <header className="site-head">
      <h2 className="site-head__name">{site.name}</h2>
      <p className="site-head__chips">
        <Chip tone={site.category === 'particularly-important' ? 'warn' : 'plain'}>
          {t(`kinds:category.${site.category}`)}
        </Chip>
        <Chip tone="quiet">{t('sites:nothing-open')}</Chip>
      </p>
    </header>
  )
}
