import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/alarm'
import type { Incident } from '../../shared/incidents/incident'
import type { Room } from '../../shared/room/room'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import { useConsole } from '../console/console-context'
import { sayPath } from '../console/path-words'
import { wallTime } from '../console/time'
import { sayZone } from '../console/zone-words'

export interface HowItCameProps {
  readonly alarm: Alarm | null
  readonly incident: Incident | null
  readonly site: SiteRow | null
}

/** The place, and what is read out on the radio: zone, account, path, armed or not. */
export function HowItCame({ alarm, incident, site }: HowItCameProps) {
  const { t } = useTranslation()
  const leading = useConsole(({ room }) => alarm ?? leadingOf(room, incident))
  const arming = useConsole(({ room }) => room.arming.get(site?.id ?? ''))
  const paths = leading?.signals.findLast(({ receptions }) => receptions.length > 0)?.receptions
  const how = listed(
    [
      sayZone(t, site ?? undefined, leading?.zone ?? null),
      site?.account ? t('signals:account', { account: site.account }) : null,
      ...(paths ?? []).map(({ path }) => sayPath(t, path)),
      sayArming(t, arming),
    ],
    ' · ',
  )
  return (
    <div className="subject-head__how selectable">
      {site ? (
        <p className="subject-head__address" title={site.address}>
          <bdi>{site.address}</bdi>
        </p>
      ) : null}
      <p className="subject-head__path" title={how}>
        {how}
      </p>
    </div>
  )
}

/** The alarm that names the incident: the newest of its kind. */
function leadingOf({ alarms }: Room, incident: Incident | null): Alarm | null {
  const all = (incident?.alarmIds ?? []).flatMap((id) => alarms.get(id) ?? [])
  return all.findLast(({ kind }) => kind === incident?.kind) ?? all.at(-1) ?? null
}

const sayArming = (
  t: TFunction,
  arming: { readonly armed: boolean; readonly at: number } | undefined,
): string | null =>
  arming ? t(arming.armed ? 'sites:armed' : 'sites:disarmed', { time: wallTime(arming.at) }) : null
