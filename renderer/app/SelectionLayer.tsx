import { useMemo } from 'react'
import { useConsole } from '../console/console-context'
import { useSubject } from '../console/selection'
import { drawCircle, type Pen, type Spot, strokeLines } from '../map/overlay'
import type { Drawn } from '../map/piece-layers'
import { useOverlayLayer } from '../map/use-overlay-layer'
import { selectionFeatures } from './selection-features'

const colour = '#5ad1ff'

const paint = ({ context, find }: Pen, spots: readonly Spot[]) => {
  context.strokeStyle = colour
  for (const { feature, points } of spots) {
    const [point] = points
    if (feature.geometry.type !== 'Point' || !point) continue
    const main = feature.properties.main === true
    context.lineWidth = main ? 3 : 1.5
    // Round the symbol, wherever there was room for it.
    const drawn = find(String(feature.properties.key))
    if (drawn) ringRound(context, drawn, main ? 0 : 3)
    else drawCircle(context, point, main ? 26 : 19)
    context.stroke()
  }
  context.globalAlpha = 0.75
  context.lineWidth = 2
  context.lineCap = 'round'
  context.setLineDash([4, 5])
  strokeLines(context, spots)
}

function ringRound(
  context: CanvasRenderingContext2D,
  { middle: [x, y], size: { width, height } }: Drawn,
  room: number,
): void {
  if (width < 1.5 * height) {
    drawCircle(context, [x, y], Math.max(width, height) / 2 - 2 + room)
    return
  }
  context.beginPath()
  context.roundRect(x - width / 2 - 3, y - height / 2 - 3, width + 6, height + 6, 6)
}

/**
 * Shows on the map what the card is about. Its colour is that of the keyboard focus, which means
 * the same.
 */
export function SelectionLayer() {
  const room = useConsole((data) => data.room)
  const positions = useConsole((data) => data.positions)
  const subject = useSubject()
  const data = useMemo(
    () => selectionFeatures(room, positions, subject),
    [room, positions, subject],
  )
  useOverlayLayer({ order: 3, paint, data })
  return null
}
