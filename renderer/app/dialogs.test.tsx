// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  acknowledged,
  dispatched,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { SomeDialog } from '../console/dialog-subjects'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Dialogs, dialogs } from './Dialogs'

beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const room = roomOf(
  sites(site('site-1', { name: 'Bank branch 014' }), site('site-2')),
  teams(team('q-03'), team('q-07')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1', 'site-1'),
  dispatched('r1', 'i1', 'q-03'),
)

/** More than any one dialog is about: each takes what it needs. */
const anything = {
  ...{ siteId: 'site-1', incidentId: 'i1', teamId: 'q-03', assignmentId: 'r1' },
  ...{ account: '1001', bundleId: 'b1', stepId: 's1', testId: null, alarmId: 'a1' },
}
const kinds = Object.keys(dialogs)
const dialogOf = (kind: string) => ({ kind, ...anything }) as unknown as SomeDialog

function open(kind: string) {
  const ports = createTestPorts(room, {
    selection: { kind: 'incident', incidentId: 'i1' },
    dialog: dialogOf(kind),
  })
  const span = { from: 1_790_000_000_000, to: 1_790_009_000_000 }
  ports.bridge.answer('replay-span', () => span as never)
  renderConsole(ports, <Dialogs />)
  return ports
}

/** Fields that text is typed in, among all that are drawn. */
const textFields = () =>
  [...document.querySelectorAll<HTMLInputElement>('dialog input, dialog textarea')].filter(
    ({ tagName, type }) => tagName === 'TEXTAREA' || type === 'text' || type === 'search',
  )

describe('every dialog', () => {
  it.each(kinds)('%s: is labelled, not modal, and shuts nothing else out', async (kind) => {
    open(kind)
    await act(async () => {})
    const dialog = screen.queryByRole<HTMLDialogElement>('dialog')
    if (dialog === null) return
    expect(dialog.getAttribute('aria-modal')).toBeNull()
    expect(dialog.matches(':modal')).toBe(false)
    const title = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')
    expect(title?.textContent).not.toBe('')
    expect(document.querySelector('[inert], [aria-hidden=true]:has(dialog)')).toBeNull()
  })

  it.each(kinds)('%s: what is typed in it is there when it is come back to', async (kind) => {
    const ports = open(kind)
    await act(async () => {})
    const fields = textFields()
    for (const [at, field] of fields.entries())
      fireEvent.change(field, { target: { value: `half ${at}` } })
    act(() => ports.store.setState({ dialog: null }))
    expect(textFields()).toEqual([])
    act(() => ports.store.setState({ dialog: dialogOf(kind) }))
    await act(async () => {})
    const values = textFields().map(({ value }) => value)
    expect(values).toEqual(fields.map((_, at) => `half ${at}`))
  })
})
