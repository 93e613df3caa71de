import './threat-mark.css'

/** A person with raised hands, in a box of 24 × 24. */
export const threatPicture =
  'M12 5.1a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z' +
  'M10 11h4c.6 0 1 .3 1.2.9l.4 1.4V6.5a1.1 1.1 0 0 1 2.2 0v7.6l-2.6 1.2V20H8.8v-4.7l-2.6-1.2V6.5' +
  'a1.1 1.1 0 0 1 2.2 0v6.8l.4-1.4c.2-.6.6-.9 1.2-.9z'

export interface ThreatMarkProps {
  readonly label: string
  readonly size: number
  /** White on the red of unanswered alarms; an outline once somebody has taken it. */
  readonly look: 'white' | 'taken'
}

/** A person with raised hands in the octagon of the first priority. Nothing else has this mark. */
export function ThreatMark({ label, size, look }: ThreatMarkProps) {
  return (
    <svg
      className={`threat-mark threat-mark--${look}`}
      width={size}
      height={size}
      viewBox="-1 -1 26 26"
      role="img"
      aria-label={label}
    >
      <path
        className="threat-mark__sign"
        d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z"
        strokeLinejoin="round"
      />
      <g className="threat-mark__person">
        <path d={threatPicture} />
      </g>
    </svg>
  )
}
