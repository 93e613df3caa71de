import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import { type RosterRow, roster } from '../../shared/teams/roster'
import { useConsole, usePorts } from '../console/console-context'
import { useSubject } from '../console/selection'
import { runAction } from '../console/use-action'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'
import { TeamRow, teamRowId } from './TeamRow'
import { nextTeamAction, previousTeamAction } from './team-move-actions'
import './team-list.css'

/** As in team-list.css; rows never wrap. */
const rowHeight = 28
const overscan = 6

/** Every team in one table: those on a run first, then those that can be sent. */
export function TeamList() {
  const { t } = useTranslation()
  const teams = useConsole((data) => data.room.teams)
  const assignments = useConsole((data) => data.room.assignments)
  const incidents = useConsole((data) => data.room.incidents)
  const sites = useConsole((data) => data.room.sites)
  const rows = useMemo(
    () => roster({ teams, assignments, incidents, sites }),
    [teams, assignments, incidents, sites],
  )
  const { scene: site } = useSubject()
  const free = rows.filter(({ team }) => team.phase === 'available').length
  return (
    <Panel
      title={t('teams:title')}
      aside={<span>{t('teams:free-of', { free, all: rows.length })}</span>}
    >
      {rows.length === 0 ? (
        <EmptyState text={t('teams:none')} />
      ) : (
        <Table rows={rows} site={site} />
      )}
    </Panel>
  )
}

function Table({ rows, site }: { rows: readonly RosterRow[]; site: SiteRow | null }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useConsole((data) =>
    data.selection?.kind === 'team' ? data.selection.teamId : null,
  )
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.team.id ?? index,
    overscan,
  })
  const follow = useRef({ list, rows })
  follow.current = { list, rows }
  useEffect(() => {
    // The list follows only the selection: rows that change places while somebody reads must not
    // scroll it.
    const index = follow.current.rows.findIndex(({ team }) => team.id === selected)
    if (index >= 0) follow.current.list.scrollToIndex(index, { align: 'auto' })
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    const action =
      event.key === 'ArrowDown'
        ? nextTeamAction
        : event.key === 'ArrowUp'
          ? previousTeamAction
          : null
    if (!action) return
    event.preventDefault()
    // The arrows move through teams in this list, and through the alarm queue elsewhere.
    event.stopPropagation()
    runAction(ports, action)
  }
  return (
    <div className="team-list">
      <div className="team-list__head" aria-hidden="true">
        {columns.map((column) => (
          <span key={column} className={`team-list__cell--${column}`}>
            {t(`teams:column.${column}`)}
          </span>
        ))}
      </div>
      <div
        className="team-list__scroll"
        ref={scroller}
        role="listbox"
        aria-label={t('teams:title')}
        aria-activedescendant={selected === null ? undefined : teamRowId(selected)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="team-list__all" role="presentation" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <div
                key={key}
                className="team-list__item"
                role="presentation"
                style={{ transform: `translateY(${start}px)` }}
              >
                <TeamRow row={row} target={site} selected={row.team.id === selected} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

const columns = ['sign', 'phase', 'where', 'remark', 'seen', 'distance'] as const
