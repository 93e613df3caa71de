import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readCoordinates } from '../../shared/geo/read-coordinates'
import { useDraft } from '../console/drafts'
import { SiteSearch } from '../console/SiteSearch'
import { useKeysInside } from '../ui/keys-inside'
import { siteWritten, typedWhere } from './where'

/** A site, coordinates or an address in one field; the map takes a click meanwhile. */
export function WhereSearch({ onWhere }: { onWhere: (written: string) => void }) {
  const { t } = useTranslation()
  const [query] = useDraft('query')
  const [chosen, setChosen] = useState<string | null>(null)
  const area = useKeysInside((event) => {
    if (event.key !== 'Enter' || event.repeat) return
    const typed = typedWhere(query)
    const asTyped = event.ctrlKey || event.metaKey || chosen === null || readCoordinates(query)
    if (!asTyped || typed === null) return
    event.stopPropagation()
    onWhere(typed)
  })
  return (
    <div className="report__where" ref={area}>
      <p className="report__hint">{t('reports:place')}</p>
      <p className="report__hint report__hint--quiet">{t('reports:place-hint')}</p>
      <SiteSearch
        chosen={chosen}
        onChoose={setChosen}
        onConfirm={(siteId) => onWhere(siteWritten(siteId))}
      />
      {query.trim() !== '' && chosen === null ? (
        <p className="report__hint">{t('reports:place-none')}</p>
      ) : null}
    </div>
  )
}
