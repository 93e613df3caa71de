import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CoordinateForm, coordinateForms, sayPlace } from '../../shared/geo/coordinates'
import { distance } from '../../shared/geo/distance'
import type { Place } from '../../shared/geo/place'
import { sayDistance } from '../console/figures'
import type { MapFeature } from '../map/feature-diff'
import { useMapRoom } from '../map/map-room'
import { drawCircle, type Pen, type Spot, strokeLines } from '../map/overlay'
import { useOverlayLayer } from '../map/use-overlay-layer'

/** The place under the pointer, in the form that is asked for, and a ruler. */
export function Coordinates() {
  const { t } = useTranslation()
  const [form, setForm] = useState<CoordinateForm>('decimal')
  const [measuring, setMeasuring] = useState(false)
  const next = coordinateForms[(coordinateForms.indexOf(form) + 1) % coordinateForms.length]
  return (
    <div className="coordinates">
      <button
        type="button"
        className="view-chip"
        aria-pressed={measuring}
        onClick={() => setMeasuring(!measuring)}
      >
        {t('map-tools:measure')}
      </button>
      {measuring ? <Ruler /> : null}
      <button
        type="button"
        className="view-chip"
        title={t('map-tools:other-form')}
        onClick={() => setForm(next ?? 'decimal')}
      >
        <UnderPointer form={form} />
      </button>
    </div>
  )
}

/** Written outside React: the pointer moves faster than the screen is drawn. */
function UnderPointer({ form }: { form: CoordinateForm }) {
  const { map } = useMapRoom()
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const say = ({ lng: lon, lat }: { readonly lng: number; readonly lat: number }) => {
      if (text.current) text.current.textContent = sayPlace({ lon, lat }, form)
    }
    const moved = ({
      lngLat,
    }: {
      readonly lngLat: { readonly lng: number; readonly lat: number }
    }) => say(lngLat)
    say(map.getCenter())
    map.on('mousemove', moved)
    return () => {
      map.off('mousemove', moved)
    }
  }, [map, form])
  return <span className="coordinates__text" ref={text} />
}

/** Each click adds a point; it ends with the button that began it. */
function Ruler() {
  const { t } = useTranslation()
  const { picks } = useMapRoom()
  const [places, setPlaces] = useState<readonly Place[]>([])
  useEffect(
    () =>
      picks.listen((_, { place: [lon, lat] }) => {
        setPlaces((before) => [...before, { lon, lat }])
        return true
      }),
    [picks],
  )
  const data = useMemo(() => rulerFeatures(places), [places])
  useOverlayLayer({ order: 4, paint: paintRuler, data })
  return (
    <output className="view-chip">
      {places.length < 2 ? t('map-tools:measure-how') : sayDistance(t, lengthOf(places))}
    </output>
  )
}

const lengthOf = (places: readonly Place[]): number =>
  places.reduce((sum, place, n) => sum + distance(places[n - 1] ?? place, place), 0)

const rulerFeatures = (places: readonly Place[]): readonly MapFeature[] =>
  places.length === 0
    ? []
    : [
        {
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: places.map(({ lon, lat }) => [lon, lat]) },
          properties: { id: 'ruler' },
        },
      ]

const paintRuler = ({ context, palette }: Pen, spots: readonly Spot[]) => {
  context.strokeStyle = context.fillStyle = palette.textStrong
  context.lineWidth = 2
  strokeLines(context, spots)
  for (const point of spots.flatMap(({ points }) => points)) {
    drawCircle(context, point, 4)
    context.fill()
  }
}
