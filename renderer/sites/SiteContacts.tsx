import { useTranslation } from 'react-i18next'
import type { Site } from '../../shared/sites/site'
import { listed } from '../../shared/text/isolated'
import { Chip } from '../ui/Chip'

/**
 * Whom to call, in order. Shows that there is a duress word; the word itself is not in the room.
 */
export function SiteContacts({ contacts }: Pick<Site, 'contacts'>) {
  const { t } = useTranslation()
  if (contacts.length === 0) return <p>{t('sites:no-contacts')}</p>
  return (
    <ol className="site-card__contacts">
      {contacts.map(({ role, name, phone, hasDuressWord }, at) => (
        <li key={`${role}${phone}`}>
          <span className="site-card__order">{at + 1}</span>
          <strong>{phone}</strong>
          <span>{listed([role, name], ', ')}</span>
          {hasDuressWord ? (
            <Chip tone="warn" title={t('sites:duress-word-title')}>
              {t('sites:duress-word')}
            </Chip>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
