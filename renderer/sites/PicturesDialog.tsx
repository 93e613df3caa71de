import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SitePicture } from '../../shared/sites/picture'
import { useConsole } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useSiteCard } from '../console/site-cards'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { useKeysInside } from '../ui/keys-inside'
import { usePicture } from './use-picture'
import './pictures.css'

/** Percent of the width of the frame; the first shows the whole picture. */
const zooms = [100, 150, 200, 300, 400] as const

/** Floor plans and photos of a site, over the map: queue and card stay as they are beside it. */
export function PicturesDialog({ siteId }: { siteId: string }) {
  const { t } = useTranslation()
  const { close } = useDialog()
  const site = useConsole((data) => data.room.sites.get(siteId)?.name ?? '')
  const pictures = useSiteCard(siteId)?.site?.pictures ?? []
  const [at, setAt] = useState(0)
  const [zoom, setZoom] = useState(0)
  const shown = pictures[Math.min(at, pictures.length - 1)]
  const go = (step: number) => {
    setAt((now) => (Math.min(now, pictures.length - 1) + step + pictures.length) % pictures.length)
    setZoom(0)
  }
  const magnify = (step: number) =>
    setZoom((now) => Math.max(0, Math.min(zooms.length - 1, now + step)))
  const area = useKeysInside((event) => {
    const does = doneBy(event.key, { go, magnify })
    if (!does) return
    event.preventDefault()
    does()
  })
  return (
    <Dialog
      title={t('sites:pictures.title', { site })}
      onClose={close}
      width="large"
      footer={
        <DialogFoot leave="close" onLeave={close}>
          <Button keys="minus" onClick={() => magnify(-1)}>
            {t('sites:map.zoom-out')}
          </Button>
          <Button keys="plus" onClick={() => magnify(1)}>
            {t('sites:map.zoom-in')}
          </Button>
          {pictures.length > 1 ? (
            <>
              <Button keys="left" onClick={() => go(-1)}>
                {t('sites:pictures.previous')}
              </Button>
              <Button keys="right" onClick={() => go(1)}>
                {t('sites:pictures.next')}
              </Button>
            </>
          ) : null}
        </DialogFoot>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is magnified is moved by the arrows */}
      <div className="pictures" ref={area} tabIndex={0} data-first-focus>
        {shown ? (
          <>
            <p className="pictures__caption">
              {t('sites:pictures.of', { at: pictures.indexOf(shown) + 1, all: pictures.length })}{' '}
              <strong>
                <bdi>{shown.caption}</bdi>
              </strong>
            </p>
            <Frame key={shown.picture} picture={shown} zoom={zooms[zoom] ?? 100} />
          </>
        ) : (
          <p>{t('sites:pictures.none')}</p>
        )}
      </div>
    </Dialog>
  )
}

interface Moves {
  readonly go: (step: number) => void
  readonly magnify: (step: number) => void
}

function doneBy(key: string, { go, magnify }: Moves): (() => void) | null {
  if (key === 'ArrowRight' || key === 'PageDown') return () => go(1)
  if (key === 'ArrowLeft' || key === 'PageUp') return () => go(-1)
  if (key === '+' || key === '=') return () => magnify(1)
  if (key === '-') return () => magnify(-1)
  return key === '0' ? () => magnify(-zooms.length) : null
}

function Frame({ picture, zoom }: { picture: SitePicture; zoom: number }) {
  const { t } = useTranslation()
  const state = usePicture(picture.picture)
  if (state.phase !== 'here')
    return state.phase === 'asking' ? (
      <p role="status">{t('sites:pictures.asking')}</p>
    ) : (
      <p role="alert">{t('sites:pictures.missing')}</p>
    )
  return (
    <div className="pictures__frame">
      <img
        className={zoom === 100 ? 'pictures__whole' : 'pictures__part'}
        style={zoom === 100 ? undefined : { width: `${zoom}%` }}
        src={state.address}
        alt={picture.caption || t('sites:pictures.unnamed')}
      />
    </div>
  )
}
