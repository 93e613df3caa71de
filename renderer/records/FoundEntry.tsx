import { useTranslation } from 'react-i18next'
import { minute } from '../../shared/lang/instant'
import type { Hit } from '../../shared/search/hit'
import { listed } from '../../shared/text/isolated'
import { useConsole, usePorts } from '../console/console-context'
import { hitWords } from '../console/hit-words'
import { wallDate, wallTime } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import type { Search } from './search'
import { useHitNames } from './use-hit-names'

/** The time shown before an entry, and after it: what led to it, and what came of it. */
const before = minute
const after = 10 * minute

export interface FoundEntryProps {
  readonly hit: Hit
  readonly onOpen: (hit: Hit) => void
  readonly onSearch: (part: Partial<Search>) => void
}

export function FoundEntry({ hit, onOpen, onSearch }: FoundEntryProps) {
  const { t } = useTranslation()
  const { team, site } = useHitNames(hit)
  const { said, quoted } = hitWords(t, hit, { team })
  const { seq, at, by, account, siteId, incidentId } = hit
  const inRoom = useConsole(({ room }) => incidentId !== null && room.incidents.has(incidentId))
  return (
    <article className="found-entry" aria-label={t('incidents:entry', { seq })}>
      <h4 className="found-entry__said">{said}</h4>
      {quoted === null ? null : <blockquote className="selectable">{quoted}</blockquote>}
      <p className="found-entry__facts selectable">
        {listed(
          [
            `${wallDate(at).date} ${wallTime(at)}`,
            site,
            team,
            account === null || account === site ? null : t('signals:account', { account }),
            by.desk === undefined ? by.name : `${by.name} (${by.desk})`,
            t('incidents:entry', { seq }),
          ],
          ' · ',
        )}
      </p>
      <div className="found-entry__ways">
        {incidentId === null ? null : (
          <Button onClick={() => onSearch({ incidentId, siteId: null, group: '' })}>
            {t('records:search.whole-incident')}
          </Button>
        )}
        {inRoom || siteId !== null ? (
          <Button tone="primary" keys="enter" onClick={() => onOpen(hit)}>
            {t(inRoom ? 'records:search.open-incident' : 'records:search.open-site')}
          </Button>
        ) : null}
        <WatchMoment at={at} />
      </div>
    </article>
  )
}

/** That moment as it was: in its own window or, in a replay, by seeking to it. */
function WatchMoment({ at }: { at: number }) {
  const { t } = useTranslation()
  const { bridge, timeline } = usePorts()
  const { close } = useDialog()
  const watch = () => {
    close()
    if (timeline) void timeline.seek(at)
    else void bridge.ask('open-replay', { from: at - before, to: at + after })
  }
  return <Button onClick={watch}>{t('records:search.watch')}</Button>
}
