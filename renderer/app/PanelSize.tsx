import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type SizeName, withSize } from '../../shared/settings/layout'
import { useConsole, usePorts } from '../console/console-context'
import { Splitter, type SplitterEdge } from '../ui/Splitter'
import { setLayout } from './layout-actions'

/** The name by which room-screen.css knows a size that was chosen. */
export const chosenSize = (name: SizeName): string => `--chosen-${name}`

/** The edge by which the panel around it is made larger or smaller. */
export function PanelSize({ name, edge }: { name: SizeName; edge: SplitterEdge }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const place = useRef<HTMLSpanElement>(null)
  const live = useConsole((data) => data.mode === 'live')
  if (!live) return null
  return (
    <>
      <span ref={place} hidden />
      <Splitter
        edge={edge}
        label={t(`app:size-of.${name}`)}
        onMove={(size) =>
          place.current
            ?.closest<HTMLElement>('.room-screen')
            ?.style.setProperty(chosenSize(name), `${size}px`)
        }
        onDone={(size) =>
          void setLayout(ports, withSize(ports.store.getState().settings.layout, name, size))
        }
      />
    </>
  )
}
