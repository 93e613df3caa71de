import { roster } from '../../shared/teams/roster'
import type { Action } from '../console/action'
import { selectOnly } from '../console/selection'

const move = (id: string, keys: string, by: 1 | -1): Action => ({
  id,
  keys,
  group: 'team',
  repeats: true,
  // Without teams there is nowhere to go, and nothing to complain about.
  refusal: () => null,
  perform({ data, ports }) {
    const rows = roster(data.room)
    const { selection } = data
    const from =
      selection?.kind === 'team' ? rows.findIndex(({ team }) => team.id === selection.teamId) : -1
    const to =
      from < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, from + by))
    const row = rows[to]
    if (row) selectOnly(ports.store, { kind: 'team', teamId: row.team.id })
  },
})

/** Moves through the team list by keyboard, wherever the focus is. */
export const nextTeamAction: Action = move('team-next', 't', 1)
export const previousTeamAction: Action = move('team-previous', 'shift+t', -1)
