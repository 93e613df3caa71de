import { useTranslation } from 'react-i18next'
import type { RegionMap } from '../../shared/region-map/region-map'
import { usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { importRegionMap, useRegionMap } from './region-map'
import './region-map-dialog.css'

/** Which street map this desk has, and the way to another one. */
export function RegionMapDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const ports = usePorts()
  const { map, importing } = useRegionMap()
  return (
    <Dialog
      title={t('map-tools:region-map.title')}
      onClose={close}
      footer={
        <DialogFoot leave="close" onLeave={close}>
          {map && !importing ? (
            <Button onClick={() => void ports.bridge.ask('remove-region-map', {})}>
              {t('map-tools:region-map.remove')}
            </Button>
          ) : null}
          {importing ? (
            <Button onClick={() => void ports.bridge.ask('cancel-region-map', {})}>
              {t('map-tools:region-map.cancel')}
            </Button>
          ) : (
            <Button tone="primary" firstFocus onClick={() => void importRegionMap(ports)}>
              {t('map-tools:region-map.import')}
            </Button>
          )}
        </DialogFoot>
      }
    >
      {map ? <Installed map={map} /> : <p>{t('map-tools:region-map.none')}</p>}
      {importing ? <Progress {...importing} /> : null}
      <p className="region-map__how">{t('map-tools:region-map.how')}</p>
    </Dialog>
  )
}

function Installed({ map }: { map: RegionMap }) {
  const { t } = useTranslation()
  const [west, south, east, north] = map.bounds.map((degrees) => degrees.toFixed(2))
  return (
    <dl className="region-map">
      <dt>{t('map-tools:region-map.file')}</dt>
      <dd>{map.name}</dd>
      <dt>{t('map-tools:region-map.schema')}</dt>
      <dd>{`${names[map.schema]}, ${map.minZoom}–${map.maxZoom}`}</dd>
      <dt>{t('map-tools:region-map.bounds')}</dt>
      <dd>{`${west}–${east} E, ${south}–${north} N`}</dd>
      <dt>{t('map-tools:region-map.size')}</dt>
      <dd>{sayBytes(map.bytes)}</dd>
      <dt>{t('map-tools:region-map.imported')}</dt>
      <dd>{new Date(map.importedAt).toISOString().slice(0, 10)}</dd>
      <dt>SHA-256</dt>
      <dd>
        <code>{map.checksum}</code>
      </dd>
    </dl>
  )
}

const names = { openmaptiles: 'OpenMapTiles', protomaps: 'Protomaps' } as const

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useTranslation()
  return (
    <div className="region-map__progress" role="status">
      <progress
        value={done}
        max={Math.max(1, total)}
        aria-label={t('map-tools:region-map.importing')}
      />
      <span>{`${sayBytes(done)} / ${sayBytes(total)}`}</span>
    </div>
  )
}

const sayBytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
