// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '../../shared/accounts/actor'
import type { PendingCommand } from '../../shared/ipc/contract'
import { openBridge } from '../../shared/ipc/text-bridge'
import type { RoomEvent } from '../../shared/room/events'
import * as given from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { AlarmQueue } from '../alarms/AlarmQueue'
import { NewAlarmSpeech } from '../alarms/NewAlarmSpeech'
import type { ConsoleData } from '../console/console-store'
import { roomAtDesk } from '../console/desk-room'
import { FeatureParts } from '../console/feature-parts'
import { askCard } from '../console/site-cards'
import { TeamList } from '../teams/TeamList'
import { attachedTo, createFakeBridge, live } from '../testing/fake-bridge'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Ledger } from '../triage/Ledger'
import baseStyle from '../ui/base.css?raw'
import { Dialogs } from './Dialogs'
import { features } from './features'
import { Notices } from './Notices'
import { StatusLine } from './StatusLine'
import { SubjectPanel } from './SubjectPanel'
import { TopBar } from './TopBar'

// The lists draw what fits; happy-dom lays nothing out, so their height is given.
beforeAll(() => layOut(800, 400))
afterEach(cleanup)

/**
 * Turns what follows, hides a sign in the word, isolates what never ends, and is written from right
 * to left.
 */
const hostile = (word: string) => `\u202eבנק\u200b ${word}\u2067\u001d`
const shown = (word: string) => `בנק ${word}`

const by: Actor = { ...given.officer, name: hostile('officer') }
const place = given.site('site-1', {
  name: hostile('site'),
  address: hostile('address'),
  town: hostile('town'),
  purpose: hostile('purpose'),
  hazards: [hostile('hazard'), hostile('hazard 2')],
  zones: [{ number: '1', name: hostile('zone') }],
  contacts: [{ role: hostile('role'), name: hostile('contact'), phone: hostile('phone') }],
})
const crew = (id: string) =>
  given.team(id, {
    callSign: hostile(id),
    name: hostile(`name ${id}`),
    post: hostile(`post ${id}`),
  })
const said = { meaning: hostile('meaning'), code: hostile('code') }

const past: RoomEvent[] = [
  { type: 'unit-founded', data: { unitId: 'unit', name: hostile('unit'), demo: false } },
  given.sites(place, { ...place, id: 'site-2', account: '0002' }),
  given.teams(crew('t1'), crew('t2'), crew('t3')),
  { type: 'team-taken-out-of-service', data: { teamId: 't3', reason: hostile('reason') } },
  given.raised('a1', 'site-1', said),
  given.acknowledged('a1', 'i1'),
  given.opened('i1', 'a1'),
  given.dispatched('as1', 'i1', 't1'),
  given.signalAdded('a1', { meaning: hostile('meaning 2'), code: hostile('code') }),
  given.restored('a1', { meaning: hostile('meaning 3'), code: hostile('code') }),
  { type: 'incident-note-added', data: { incidentId: 'i1', noteId: 'n1', text: hostile('note') } },
  { type: 'dispatch-cancelled', data: { assignmentId: 'as1', reason: hostile('cancelled') } },
  given.dispatched('as2', 'i1', 't2'),
  given.raised('a2', 'site-2', said),
  given.held('0999', { ...said, source: hostile('source') }),
  { type: 'link-lost', data: { linkId: 'l1', name: hostile('link'), detail: hostile('lost') } },
  {
    type: 'signal-quarantined',
    data: {
      signalId: 's9',
      channel: 'dc09-tcp',
      source: hostile('source'),
      frame: 'frame',
      account: hostile('account'),
      reason: 'bad-crc',
      detail: hostile('detail'),
    },
  },
]
const closed: RoomEvent = {
  type: 'incident-closed',
  data: { incidentId: 'i1', disposition: 'false-user-error', remark: hostile('remark') },
}

/** The room of a window whose journal holds such names, as its bridge gives it. */
async function draw(change: Partial<ConsoleData>, ...after: RoomEvent[]) {
  const kept = roomOf(...[...past, ...after].map((event) => ({ event, by })))
  const link = { ...live, you: by }
  const main = createFakeBridge(kept)
  main.answer('attach', () => attachedTo(kept, { link }))
  const saying = { units: async () => '[]', onUnits: () => () => {}, on: () => () => {} }
  const bridge = openBridge({
    ...saying,
    async ask(_unit, name, request) {
      const answer: unknown = await main.ask(name, request as never)
      return answer instanceof Uint8Array ? answer : JSON.stringify(answer)
    },
  }).unit('unit')
  const attached = await bridge.ask('attach', {})
  const at = await roomAtDesk(bridge, attached.room, null)
  if (at === 'gone') throw new Error('The register went away')
  const { room } = at
  const ports = {
    ...createTestPorts(kept, {
      room,
      hubRoom: room,
      cards: new Map(),
      link: attached.link,
      ...change,
    }),
    bridge,
  }
  for (const row of room.sites.values()) askCard(ports, room.sites.get(row.id) ?? row)
  await vi.waitUntil(() => [...ports.store.getState().cards.values()].every(({ site }) => site))
  return renderConsole(
    ports,
    <FeatureParts features={features}>
      <TopBar />
      <AlarmQueue />
      <NewAlarmSpeech />
      <Ledger />
      <TeamList />
      <SubjectPanel />
      <StatusLine />
      <Dialogs />
      <Notices />
    </FeatureParts>,
  ).container.ownerDocument.body
}

const fromRight = /[\u0590-\u08ff]/
const unwanted = /[\u202a-\u202e\u2066\u2067\u200b]|(?![\n\t])\p{Cc}/u
/** Elements that keep their text to themselves: by their layout, or by the style sheet. */
const blocks = 'bdi button dd div h2 h3 h4 li option p pre summary'
const [, inline = ''] = /:where\(([^)]+)\) \{\s*unicode-bidi: isolate;/.exec(baseStyle) ?? []
const isolating = new Set([...blocks.split(' '), ...inline.split(', ')])
const isKept = (node: Text): boolean =>
  isolating.has(node.parentElement?.localName ?? '') && beside(node).trim() === ''
const beside = (node: Text): string =>
  [...(node.parentElement?.childNodes ?? [])]
    .map((other) => (other === node ? '' : other.textContent))
    .join('')

/** What is left of a text when each isolate in it is taken out whole. */
function outsideIsolates(text: string): string {
  const inner = /\u2068[^\u2068\u2069]*\u2069/g
  const left = text.replace(inner, '')
  return left === text ? left : outsideIsolates(left)
}

/**
 * Texts that could turn what stands beside them: those that are not isolated, nor alone in their
 * element.
 */
function turning(body: HTMLElement): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    const left = outsideIsolates(text)
    const alone = /^בנק [a-z0-9 ]+$/.test(left) && isKept(node as Text)
    if (unwanted.test(text) || /[\u2068\u2069]/.test(left) || (fromRight.test(left) && !alone))
      found.push(text)
  }
  for (const element of body.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      const left = outsideIsolates(value)
      const alone = /^בנק [a-z0-9 ]+$/.test(left)
      if (unwanted.test(value) || (fromRight.test(left) && !alone)) found.push(`${name}=${value}`)
    }
  return found
}

const command = given.dispatch('i1', 't1', 'as3')
const waiting: PendingCommand = {
  commandId: 'c1',
  type: command.type,
  command,
  by,
  unit: 'unit',
  issuedAt: 0,
  state: 'waiting',
}

const views: Record<string, Partial<ConsoleData>> = {
  'nothing selected': {},
  'an alarm': { selection: { kind: 'alarm', alarmId: 'a2' } },
  'an incident': { selection: { kind: 'incident', incidentId: 'i1' } },
  'a site': { selection: { kind: 'site', siteId: 'site-1' } },
  'a team on its way': { selection: { kind: 'team', teamId: 't2' } },
  'a team out of service': { selection: { kind: 'team', teamId: 't3' } },
  'an unknown account': { selection: { kind: 'held', account: '0999' } },
  'the choice of a team': { dialog: { kind: 'choose-team', incidentId: 'i1' } },
  'a team to send elsewhere': { dialog: { kind: 'reassign', assignmentId: 'as2' } },
  'a dispatch to cancel': { dialog: { kind: 'cancel-dispatch', assignmentId: 'as2' } },
  'a note': { dialog: { kind: 'note', incidentId: 'i1' } },
  'an incident to close': { dialog: { kind: 'close', incidentId: 'i1' } },
  'the quarantine': { dialog: { kind: 'quarantine' } },
  'an account to attach': { dialog: { kind: 'attach-account', account: '0999' } },
  'the search for a site': { dialog: { kind: 'find-site' } },
  'a test to start': { dialog: { kind: 'start-test', siteId: 'site-1' } },
  'the tests': { dialog: { kind: 'tests', testId: null } },
  'the links': { dialog: { kind: 'receiver-lines' } },
  'a team out of service to be': { dialog: { kind: 'out-of-service', teamId: 't1' } },
  'an account to set aside': { dialog: { kind: 'set-aside', account: '0999' } },
  'a step to skip': { dialog: { kind: 'skip-step', incidentId: 'i1', stepId: 'check-hazards' } },
  'the outbox': { dialog: { kind: 'outbox' }, pending: [waiting] },
}

describe('a name that turns what follows, hides signs and is written from right to left', () => {
  for (const [view, change] of Object.entries(views))
    it(`turns nothing beside it in the room with ${view}`, async () => {
      expect(turning(await draw(change))).toEqual([])
    })

  it('turns nothing beside it on the card of a closed incident', async () => {
    expect(
      turning(await draw({ selection: { kind: 'incident', incidentId: 'i1' } }, closed)),
    ).toEqual([])
  })

  it('is readable wherever it stands', async () => {
    const body = await draw({ selection: { kind: 'incident', incidentId: 'i1' } })
    for (const word of [
      'site',
      'address',
      'zone',
      'phone',
      'note',
      'cancelled',
      'officer',
      'hazard 2',
      't2',
      'unit',
    ])
      expect(body.textContent).toContain(shown(word))
  })
})
