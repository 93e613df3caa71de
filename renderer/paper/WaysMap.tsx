import { useTranslation } from 'react-i18next'
import type { Place } from '../../shared/geo/place'
import { sayDistance } from '../console/figures'
import { scaleBar } from '../map/scale'
import type { IncidentReport } from './gather-incident'
import { fitted } from './ways-projection'

const size = { width: 640, height: 300 } as const
/** Told apart in grey too. */
const dashes = ['', '9 4', '3 4', '12 4 3 4'] as const

/** The site and the ways of the teams to it, drawn to scale. Lines, so they print at any size. */
export function WaysMap({ at, report }: { at: Place; report: IncidentReport }) {
  const { t } = useTranslation()
  const ways = report.runs.filter(({ track }) => track.length > 1)
  const { point, metresPerUnit } = fitted([at, ...ways.flatMap(({ track }) => track)], size)
  const site = point(at)
  const bar = scaleBar(metresPerUnit, 140)
  const [barX, barY] = [size.width - 20 - bar.width, size.height - 18]
  return (
    <figure className="paper__map">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img">
        <title>{t('paper:map.title')}</title>
        <rect width={size.width} height={size.height} className="paper__ground" />
        {ways.map(({ run, callSign, track }, index) => {
          const [x, y] = point(track[0] ?? at)
          return (
            <g key={run.id}>
              <polyline
                className="paper__way"
                strokeDasharray={dashes[index % dashes.length]}
                points={track.map((place) => point(place).join(',')).join(' ')}
              />
              <text x={Math.min(Math.max(x, 24), size.width - 60)} y={Math.max(14, y - 8)}>
                {callSign}
              </text>
            </g>
          )
        })}
        <g transform={`translate(${site[0]},${site[1]})`}>
          <circle r="9" className="paper__site-ground" />
          <circle r="5" />
        </g>
        <g transform={`translate(${barX},${barY})`}>
          <path className="paper__bar" d={`M0,-5 V0 H${bar.width} V-5`} />
          <text x={bar.width / 2} y={-7} textAnchor="middle">
            {sayDistance(t, bar.metres)}
          </text>
        </g>
        <g transform="translate(24,34)">
          <path className="paper__bar" d="M0,12 V-10 M-4,-4 L0,-10 L4,-4" />
          <text x={8} y={2}>
            {t('paper:map.north')}
          </text>
        </g>
      </svg>
      <figcaption>
        {ways.length === 0 ? t('paper:map.no-ways') : t('paper:map.about')}
        {report.tracksCut ? ` ${t('paper:map.cut')}` : ''}
      </figcaption>
    </figure>
  )
}
