import { useTranslation } from 'react-i18next'
import { CopyButton } from '../console/CopyButton'
import { useConsole } from '../console/console-context'
import './no-sites.css'

/** Over the map of a hub without a register: what that means, and what this user can do. */
export function NoSites() {
  const { t } = useTranslation()
  const link = useConsole((data) => data.link)
  const empty = useConsole(
    ({ mode, room }) =>
      mode === 'live' && room.unit !== null && !room.unit.demo && room.sites.size === 0,
  )
  if (!empty || link.phase !== 'live') return null
  const { role } = link.you
  return (
    <section className="no-sites" aria-labelledby="no-sites-title">
      <h2 id="no-sites-title" className="no-sites__title">
        {t('sites:no-sites.title')}
      </h2>
      <p>{t('sites:no-sites.follows')}</p>
      {role === 'supervisor' || role === 'admin' ? (
        <Import hub={link.hub} />
      ) : (
        <p className="no-sites__do">{t('sites:no-sites.ask')}</p>
      )}
    </section>
  )
}

function Import({ hub }: { hub: string }) {
  const { t } = useTranslation()
  const command = `npm run import -- FILE --hub ${hub}`
  return (
    <>
      <p className="no-sites__do">{t('sites:no-sites.import')}</p>
      <p className="no-sites__command">
        <code className="selectable">{command}</code>
        <CopyButton text={command} />
      </p>
      <p className="no-sites__how">{t('sites:no-sites.how')}</p>
    </>
  )
}
