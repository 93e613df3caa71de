import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/lang/instant'
import type { Room } from '../../shared/room/room'
import { wallDate, wallTime } from '../console/time'
import type { EntryRange } from './gather'

/** On paper every instant has its date: nobody knows when it is read. */
export const paperMoment = (at: Instant): string => `${wallDate(at).date} ${wallTime(at)}`

export interface PaperFrameProps {
  readonly title: string
  readonly subtitle: string
  readonly room: Room
  readonly entries: EntryRange
  readonly children: ReactNode
}

/** What every report begins and ends with: whose it is, and what in the journal proves it. */
export function PaperFrame({ title, subtitle, room, entries, children }: PaperFrameProps) {
  const { t } = useTranslation()
  const { first, last, hash } = entries
  return (
    <main className="paper">
      <header className="paper__head">
        <p className="paper__unit">
          {room.unit?.name}
          {room.unit?.demo ? ` · ${t('paper:demo')}` : ''}
        </p>
        <h1>{title}</h1>
        <p className="paper__subtitle">{subtitle}</p>
      </header>
      {children}
      <section className="paper__proof">
        <h2>{t('paper:proof')}</h2>
        <p>{t('paper:proof-range', { first, last, seq: room.seq })}</p>
        <p>{t('paper:proof-hash', { last })}</p>
        <p className="paper__hash">{hash}</p>
        <p>{t('paper:proof-how')}</p>
      </section>
    </main>
  )
}

export interface FactsProps {
  /** A fact without words is left out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode | null])[]
}

export function Facts({ facts }: FactsProps) {
  return (
    <dl className="paper__facts">
      {facts.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

export interface PaperTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** Each begins with its key. */
  readonly rows: readonly (readonly [key: string | number, ...cells: ReactNode[]])[]
  readonly empty: string
}

export function PaperTable({ caption, columns, rows, empty }: PaperTableProps) {
  return (
    <section>
      <h2>{caption}</h2>
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, ...cells]) => (
              <tr key={key}>
                {columns.map((column, at) => (
                  <td key={column}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
