import './priority-mark.css'

export type Level = 1 | 2 | 3 | 4

// One shape per level, legible without colour: octagon, triangle, square, circle (24 × 24), as on
// the map.
const shapes: Readonly<Record<Level, string>> = {
  1: 'M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z',
  2: 'M12 1.2 23.6 22H.4z',
  3: 'M3 3h18v18H3z',
  4: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
}

export interface PriorityMarkProps {
  readonly level: Level
  readonly label: string
  readonly size?: number
  /** Drawn as an outline, because somebody has taken it. */
  readonly taken?: boolean
}

/** Priority as shape, number and colour together. */
export function PriorityMark({ level, label, size = 30, taken = false }: PriorityMarkProps) {
  return (
    <svg
      className={`priority-mark priority-mark--${level}${taken ? ' priority-mark--taken' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role="img"
      aria-label={label}
    >
      <path d={shapes[level]} />
      <text x="12" y={level === 2 ? 19.6 : 16.9} textAnchor="middle">
        {level}
      </text>
    </svg>
  )
}
