import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encode685Line } from '../shared/ademco685/line'
import { encodeLine } from '../shared/surgard/encode'
import { type DutyUnit, openDutyUnit, secretTexts, siteIdOf, soon } from './testing/duty-unit'
import { around } from './testing/odd-frames'
import { receiverLines } from './testing/receiver-lines'
import { awaitHub, callHub, type DialledReceiver, type ReceiverSide } from './testing/receiver-side'
import { duressWords, mainsSites, otherMainsSites, registerCsv } from './testing/register'
import { runProgram } from './testing/run-program'
import { toldAnywhere } from './testing/told-anywhere'

/*
 * A duty unit in service: receivers and a monitoring centre, what the hub notices by itself, a
 * storm, an account nobody knew, and a hub that is stopped, killed and out of room. One data
 * directory, one story after the other.
 */

let unit: DutyUnit
let north: DialledReceiver
let old: DialledReceiver
/** The key of a centre, told once. */
let centreKey = ''

const heartbeat = encodeLine({ kind: 'heartbeat', receiver: '01', line: '1' })

beforeAll(async () => {
  north = await awaitHub(heartbeat)
  old = await awaitHub()
  unit = await openDutyUnit({ receivers: receiverLines(north.port, old.port) })
  const headers = { authorization: `Bearer ${unit.supervisor.token}`, 'content-type': 'text/csv' }
  const imported = await fetch(`${unit.hub().http}/v1/sites/import`, {
    method: 'POST',
    headers,
    body: registerCsv,
  })
  expect(imported.status).toBe(200)
})
afterAll(async () => {
  await unit?.close()
  north.close()
  old.close()
})

const words = (answers: readonly { readonly word: string }[]) => answers.map(({ word }) => word)
let frames = 0
/** A frame of Contact ID: `1130 01 003`. */
const cid = (account: string, event: string) =>
  around(`"ADM-CID"${String(++frames).padStart(4, '0')}L0#${account}[#${account}|${event}]`)
/** Sends frames over TCP; all are acknowledged. */
const report = async (...sent: readonly Uint8Array[]) => {
  const answers = await unit.tcp().ask(sent, sent.length)
  expect(words(answers).every((word) => word.startsWith('ACK'))).toBe(true)
}
const receiverLine = (id: string) => unit.room().receiverLines.get(id)

describe('A receiver that the hub dials', () => {
  let receiver: ReceiverSide

  it('is answered, line by line, and its account raises the alarm', async () => {
    receiver = await north.next()
    receiver.send(
      heartbeat,
      encodeLine({
        kind: 'contact-id',
        receiver: '01',
        line: '1',
        account: '1234',
        qualifier: 'E',
        code: '130',
        group: '01',
        number: '003',
      }),
      encodeLine({ kind: 'sia-2', receiver: '01', line: '1', data: '#1234|Nri1/FA004' }),
    )
    expect(await receiver.answers(3)).toEqual(['06', '06', '06'])
    await expect
      .poll(
        () =>
          unit
            .alarmsOf('1234')
            .map(({ kind }) => kind)
            .sort(),
        soon,
      )
      .toEqual(['burglary', 'fire'])
    expect(
      await unit.metric('navbatchi_receiver_lines_total{line="north",result="recorded"}'),
    ).toMatch(/ 2$/)
  })

  it('is refused for a line nobody can read three times, and then acknowledged, so that others come through', async () => {
    const riddle = Buffer.from('5011 18123\x14', 'latin1')
    const told: string[] = []
    for (let time = 0; time < 4; time++) {
      receiver.send(riddle)
      told.push(...(await receiver.answers(1)))
    }
    expect(told).toEqual(['15', '15', '15', '06'])
    await expect
      .poll(
        () => unit.room().quarantine.newest.filter(({ channel }) => channel === 'surgard'),
        soon,
      )
      .toHaveLength(1)
  })

  it('whose heartbeats stop is lost on every console, is dialled again, and is restored when it is heard', async () => {
    await expect.poll(() => receiverLine('north')?.lost, soon).toBe(false)
    receiver.fallSilent()
    await expect
      .poll(() => receiverLine('north'), soon)
      .toMatchObject({ lost: true, detail: 'Nothing was heard for 4 s' })
    await receiver.ended
    const again = await north.next()
    await expect.poll(() => receiverLine('north')?.lost, soon).toBe(false)
    again.fallSilent()
    again.close()
  })
})

describe('A receiver of another form', () => {
  it('of the System III form calls the hub, with three digits of its line', async () => {
    const caller = await callHub(unit.hub().receivers.system3 ?? 0)
    const line = {
      kind: 'contact-id',
      receiver: '02',
      line: '007',
      account: '1235',
      group: '01',
      number: '009',
    } as const
    caller.send(
      encodeLine({ ...line, qualifier: 'E', code: '110' }),
      encodeLine({ ...line, qualifier: 'R', code: '110' }),
    )
    expect(await caller.answers(2)).toEqual(['06', '06'])
    await expect
      .poll(() => unit.alarmsOf('1235'), soon)
      .toMatchObject([{ kind: 'fire', restoredAt: expect.any(Number) }])
    caller.close()
  })

  it('from an address that may not call is hung up on', async () => {
    const stranger = await callHub(unit.hub().receivers.system3 ?? 0, '127.0.0.2')
    await stranger.ended
    expect(
      await unit.metric('navbatchi_receiver_hung_up_total{line="system3",why="not-allowed"}'),
    ).toMatch(/ 1$/)
  })

  it('in Ademco 685 is read whether it waits for an answer or not, and a prefix tells two with one account apart', async () => {
    const report = {
      kind: 'contact-id',
      receiver: '1',
      group: '2',
      account: '0123',
      qualifier: 'E',
      code: '130',
    } as const
    const line = encode685Line({ ...report, partition: '01', names: 'C', number: '005' })
    const sendsOnly = await old.next()
    sendsOnly.send(line)
    await expect.poll(() => unit.alarmsOf('0123').length, soon).toBe(1)
    const caller = await callHub(unit.hub().receivers.gsm ?? 0)
    caller.send(encode685Line({ kind: 'heartbeat', receiver: '1', group: '2' }), line)
    expect(await caller.answers(2)).toEqual(['06', '06'])
    await expect.poll(() => unit.alarmsOf('770123').length, soon).toBe(1)
    expect(unit.alarmsOf('0123')[0]?.signalCount).toBe(1)
    caller.close()
    sendsOnly.close()
  })
})

describe('A monitoring centre', () => {
  const send = (signals: readonly unknown[], token = centreKey) =>
    unit.officer.ask('/v1/signals', { token, body: { signals } })
  const item = (id: string, more: object = {}) => ({
    id,
    account: 'C0DE',
    table: 'cid',
    code: '130',
    qualifier: 'new',
    ...more,
  })

  it('is registered, told its key once, and answered item by item', async () => {
    const turned = await unit.admin.ask('/v1/centres', {
      body: { id: 'south', name: 'South\u202ecentre' },
    })
    expect(turned.status).toBe(400)
    const { status, json } = await unit.admin.ask('/v1/centres', {
      body: { id: 'south', name: 'South centre' },
    })
    expect(status).toBe(201)
    centreKey = String(json.key)
    expect((await unit.admin.ask('/v1/centres')).json).toEqual({
      centres: [{ id: 'south', name: 'South centre' }],
    })
    const batch = [
      item('n-1', { zone: 3 }),
      item('n-2', { account: 'DEAD' }),
      item('n-3', { code: '13' }),
    ]
    const answer = await send(batch)
    expect(answer).toMatchObject({
      status: 200,
      json: {
        results: [
          { id: 'n-1', result: 'recorded', alarmId: expect.any(String) },
          { id: 'n-2', result: 'quarantined', error: 'unknown-account' },
          { id: 'n-3', result: 'refused', error: 'invalid' },
        ],
      },
    })
    expect((await send(batch.slice(0, 2))).json).toMatchObject({
      results: [{ result: 'repeated' }, { result: 'repeated' }],
    })
    expect((await send([item('n-1', { zone: 4 })])).json).toMatchObject({
      results: [{ result: 'recorded', error: 'id-reused' }],
    })
    await expect.poll(() => unit.alarmsOf('C0DE')[0]?.signalCount, soon).toBe(2)
  })

  it('reads nothing with its key, and nobody reports without one', async () => {
    expect((await unit.officer.ask('/v1/journal', { token: centreKey })).status).toBe(401)
    expect(await send([item('n-9')], unit.officer.token)).toMatchObject({
      status: 401,
      json: { error: 'bad-key' },
    })
  })
})

describe('A storm', () => {
  const bundles = () => [...unit.room().bundles.values()]

  it('of thirty sites without mains is one row of the ledger, and the hold-up in it stays in the queue', async () => {
    const [first = '', ...others] = mainsSites
    const half = others.length / 2
    await report(
      cid(first, '1301 00 000'),
      ...others.slice(0, half).map((account) => cid(account, '1301 00 000')),
    )
    await report(
      cid(first, '1122 01 002'),
      ...others.slice(half).map((account) => cid(account, '1301 00 000')),
    )
    await expect
      .poll(() => bundles(), soon)
      .toMatchObject([
        { rule: 'power-cut', phase: 'open', place: { type: 'town', town: 'Kitob' }, siteCount: 30 },
      ])
    const queue = [...unit.room().alarms.values()].filter((alarm) => alarm.bundleId === undefined)
    expect(queue.filter(({ kind }) => kind === 'power')).toEqual([])
    expect(queue).toContainEqual(
      expect.objectContaining({ siteId: siteIdOf(first), kind: 'hold-up' }),
    )
    expect(await unit.metric('navbatchi_bundled_signals_total{rule="power-cut"}')).toMatch(/ 30$/)
  })

  it('is unbundled by one command, and its alarms are all there', async () => {
    expect(await unit.officer.give({ type: 'unbundle', bundleId: bundles()[0]?.id ?? '' })).toBe(
      'ok',
    )
    const inQueue = () =>
      mainsSites.filter((account) =>
        unit
          .alarmsOf(account)
          .some(({ kind, bundleId }) => kind === 'power' && bundleId === undefined),
      )
    await expect.poll(() => inQueue().length, soon).toBe(30)
    await report(cid('5001', '1302 00 000'))
    expect(bundles().filter(({ phase }) => phase === 'open')).toEqual([])
  })

  it('is closed in one, with a remark while mains are still missing', async () => {
    await report(...otherMainsSites.map((account) => cid(account, '1301 00 000')))
    const row = () => bundles().find(({ phase }) => phase === 'open')
    await expect.poll(() => row()?.siteCount, soon).toBe(otherMainsSites.length)
    const [one = ''] = otherMainsSites
    await report(cid(one, '3301 00 000'))
    await expect.poll(() => row()?.restoredCount, soon).toBe(1)
    const close = {
      type: 'close-bundle',
      bundleId: row()?.id ?? '',
      disposition: 'false-equipment',
    } as const
    expect(await unit.officer.give({ ...close, remark: '' })).toBe('bundle-standing')
    expect(await unit.officer.give({ ...close, remark: 'The grid company works there' })).toBe('ok')
    await expect.poll(() => unit.alarmsOf(one), soon).toEqual([])
  })
})

describe('A site on test', () => {
  it('raises no alarm, and says what came and until when', async () => {
    const start = {
      type: 'start-test',
      testId: 't-1',
      siteId: siteIdOf('7E57'),
      minutes: 1,
      reason: 'Detectors',
    } as const
    expect(await unit.officer.give({ ...start, zones: ['5'] })).toBe('ok')
    await report(cid('7E57', '1130 01 005'), cid('7E57', '1130 01 006'))
    await expect.poll(() => unit.alarmsOf('7E57').map(({ zone }) => zone), soon).toEqual(['006'])
    const [test] = unit.room().onTest.get(siteIdOf('7E57')) ?? []
    expect(test).toMatchObject({ zones: ['5'], signalCount: 1, signals: [{ zone: '005' }] })
    expect((test?.until ?? 0) - (test?.startedAt ?? 0)).toBe(60_000)
  })
})

describe('A site with a schedule', () => {
  it('is waited for once it has opened or closed for the first time', async () => {
    expect(await unit.metric('navbatchi_unheard_schedules')).toMatch(/ 1$/)
    await report(cid('A001', '1401 01 001'))
    await expect
      .poll(() => unit.room().arming.get(siteIdOf('A001')), soon)
      .toMatchObject({ armed: false, user: '001' })
    expect(await unit.metric('navbatchi_unheard_schedules')).toMatch(/ 0$/)
    // Nobody is called late for the ten minutes in which panels may still be dialling again.
    expect(await unit.metric('navbatchi_late_sites')).toMatch(/ 0$/)
  })
})

describe('A panel that falls silent', () => {
  it('is an alarm once three of its messages are missing, and its next word ends it', async () => {
    const silence = () => unit.alarmsOf('A002').filter(({ kind }) => kind === 'communication')
    expect(await unit.metric('navbatchi_supervised_accounts')).toMatch(/ 1$/)
    // An interval of 10 s: it is missed after 30.
    await expect
      .poll(silence, { timeout: 60_000 })
      .toMatchObject([{ code: 'SILENT', restoredAt: null }])
    expect(await unit.metric('navbatchi_silent_accounts')).toMatch(/ 1$/)
    await report(around('"NULL"0001L0#A002[]'))
    await expect.poll(() => silence()[0]?.restoredAt, soon).toEqual(expect.any(Number))
    expect(await unit.metric('navbatchi_silent_accounts')).toMatch(/ 0$/)
  })
})

describe('An account nobody knows', () => {
  it('is acknowledged and held, also over a restart, and takes effect in order once it is attached', async () => {
    await report(cid('F00D', '1130 01 001'), cid('F00D', '1122 01 002'), cid('F00D', '3130 01 001'))
    await expect.poll(() => unit.room().held.get('F00D')?.count, soon).toBe(3)
    expect(await unit.restart('stop')).toBe(0)
    expect(unit.room().held.get('F00D')?.count).toBe(3)
    expect(
      await unit.officer.give({
        type: 'attach-account',
        account: 'F00D',
        siteId: siteIdOf('C001'),
      }),
    ).toBe('ok')
    await expect
      .poll(
        () =>
          unit
            .alarmsOf('C001')
            .map(({ kind }) => kind)
            .sort(),
        soon,
      )
      .toEqual(['burglary', 'hold-up'])
    const signals = (await unit.officer.entries('signal-received')).filter(
      ({ data }) => data.account === 'F00D',
    )
    expect(signals.map(({ data }) => data.code)).toEqual(['130', '122', '130'])
    expect(signals.every(({ data }) => data.heldSince !== undefined)).toBe(true)
    expect(unit.alarmsOf('C001').find(({ kind }) => kind === 'burglary')?.restoredAt).not.toBeNull()
  })
})

describe('A hub that dies', () => {
  it('has what it acknowledged, knows a repetition of it, and answers with the keys it had', async () => {
    const last = cid('C001', '1110 01 044')
    await report(last)
    await unit.restart('kill')
    expect(words(await unit.tcp().ask([last], 1))).toHaveLength(1)
    const same = (await unit.officer.entries('signal-received')).filter(
      ({ data }) => data.zone === '044',
    )
    expect(same).toHaveLength(1)
    expect(await unit.metric('navbatchi_dc09_frames_total{result="duplicate"}')).toMatch(/ 1$/)
    const repeated = {
      id: 'n-1',
      account: 'C0DE',
      table: 'cid',
      code: '130',
      qualifier: 'new',
      zone: 3,
    }
    const { json } = await unit.officer.ask('/v1/signals', {
      token: centreKey,
      body: { signals: [repeated] },
    })
    expect(json).toMatchObject({ results: [{ result: 'repeated' }] })
  })

  it('leaves a journal that is proven, and no secret in it, nor in any file, log or answer', async () => {
    expect(await toldAnywhere(unit, [...secretTexts, ...duressWords, centreKey])).toEqual([])
    expect(unit.log()).toContain('Receiver line North receiver is lost')
    expect(await runProgram(['scripts/verify.ts', unit.data])).toMatchObject({ status: 0 })
  })
})
