import { expect, it } from 'vitest'
import { emptyRoom } from '../../shared/room/empty-room'
import { officer, officer2 } from '../../shared/testing/builders'
import { live } from '../testing/fake-bridge'
import { createTestPorts } from '../testing/test-console'
import { forgetWithOfficer } from './forget-officer'

const dialog = { kind: 'note', incidentId: 'i1' } as const
const mine = {
  selection: { kind: 'incident', incidentId: 'i1' },
  dialog,
  drafts: new Map([['note', { dialog, fields: { text: 'Door open' } }]]),
} as const
const signedOut = { phase: 'signed-out', since: 0, hub: 'test', said: null } as const

const afterSigningIn = (you: typeof officer) => {
  const { store } = createTestPorts(emptyRoom, { ...mine, link: { ...live, you: officer } })
  const end = forgetWithOfficer(store)
  store.setState({ link: signedOut })
  store.setState({ link: { ...live, you } })
  end()
  return store.getState()
}

it('Whoever signs in next inherits no selection, no dialog and no draft', () =>
  expect(afterSigningIn(officer2)).toMatchObject({
    selection: null,
    dialog: null,
    drafts: new Map(),
    notices: [],
  }))

it('Whoever signs in again goes on where they were', () =>
  expect(afterSigningIn(officer)).toMatchObject(mine))
