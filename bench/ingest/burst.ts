import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openJournalFile } from '../../node/journal-file'
import { connectPanelLine } from '../../scripts/simulate/panel-line'
import { encodeFrame } from '../../shared/dc09/encode'
import type { AnyEntry } from '../../shared/journal/entry'
import { openConsole } from './console'
import { accounts } from './frames'
import { preparePanels, startHub } from './processes'

const signals = 10_000
const senders = 2_000
const connections = 100
/** This account sends nothing else, which identifies its hold-up. */
const heldUp = accounts[senders + 1] ?? ''
/**
 * What the start leaves behind is over after this, ms; and all that was sent has come to the
 * console after this.
 */
const rest = 4_000

/**
 * Sends 10,000 signals of 2,000 accounts in one second over 100 connections that do not wait for
 * ACKs, and half-way one hold-up of another account. Reports what was lost, what came out of order,
 * and when the hold-up reached a console.
 */
export async function measureBurst() {
  const hub = await startHub()
  try {
    await sleep(rest)
    const console = await openConsole(hub.http)
    const panels = await preparePanels({
      port: hub.port,
      connections,
      mix: 'usual',
      first: 0,
      count: signals,
      accounts: senders,
      encrypted: false,
      pace: 'paced',
      perSecond: signals,
      warmUp: 0,
      seconds: 60,
    })
    const line = await connectPanelLine({ host: '127.0.0.1', port: hub.port })
    const sending = panels.go()
    await sleep(500)
    const at = performance.now()
    const acknowledged = line.send(holdUp()).then(() => performance.now() - at)
    const offered = console.cameAt(isHoldUp).then((came) => came - at)
    const [result, ackMs, offeredMs] = await Promise.all([sending, acknowledged, offered])
    line.close()
    await sleep(1_000)
    const shown = console.count()
    console.close()
    await hub.stop()
    return {
      signals,
      accounts: senders,
      connections,
      acknowledged: result.acknowledged,
      ack: result.ack,
      entriesShown: shown,
      ...inJournal(join(hub.data, 'journal.db')),
      holdUp: { ackMs: Math.round(ackMs * 10) / 10, offeredMs: Math.round(offeredMs * 10) / 10 },
    }
  } finally {
    await hub.stop()
    hub.remove()
  }
}

const holdUp = () =>
  encodeFrame({
    token: 'ADM-CID',
    sequence: '0001',
    receiver: null,
    prefix: '0',
    account: heldUp,
    data: `#${heldUp}|1122 01 002`,
  })

const accountOf = (entry: AnyEntry): string =>
  (entry.data as { readonly account?: string }).account ?? ''
const isHoldUp = (entry: AnyEntry): boolean =>
  entry.type === 'signal-received' && accountOf(entry) === heldUp

/**
 * Which signals of the burst are in the journal, and whether each account's are in the order sent.
 */
function inJournal(file: string) {
  const journal = openJournalFile(file)
  const last = new Map<string, number>()
  let stored = 0
  let outOfOrder = 0
  for (let seq = 0; ; ) {
    const page = journal.read(seq, 2_000)
    for (const entry of page) {
      if (entry.type !== 'signal-received' || accountOf(entry) === heldUp) continue
      const sequence = Number((entry.data as { readonly sequence: string }).sequence)
      stored += 1
      if (sequence !== (last.get(accountOf(entry)) ?? 0) + 1) outOfOrder += 1
      last.set(accountOf(entry), sequence)
    }
    const end = page.at(-1)
    if (end === undefined) break
    seq = end.seq
  }
  journal.close()
  return { stored, lost: signals - stored, outOfOrder }
}
