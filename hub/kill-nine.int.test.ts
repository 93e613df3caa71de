import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { openJournalFile } from '../node/journal-file'
import { verifyJournal } from '../node/verify-journal'
import { decodeFrame } from '../shared/dc09/decode-frame'
import { encodeFrame } from '../shared/dc09/encode'
import { createFrameSplitter } from '../shared/dc09/frame-splitter'
import { demoRegion } from '../shared/demo/demo-region'
import { hubProgram } from '../shared/testing/hub-program'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-kill-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const connections = 8
const alarmsPerSecond = 2_000
const tick = 20
/** How long alarms come in before the hub is killed, ms; they go on coming while it dies. */
const storm = 3_000

async function startHub() {
  const ports = ['--http-port', '0', '--dc09-port', '0']
  const child = spawn(process.execPath, [hubProgram(), '--data', folder, '--demo', ...ports], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, ready: JSON.parse(line) as { ready: boolean; dc09: { tcp: number } } }
}

/** One line of panels: sends without waiting, and remembers what was acknowledged. */
async function openLine(port: number, acknowledged: Set<string>) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const splitter = createFrameSplitter()
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    for (const item of splitter.push(chunk)) {
      const frame = decodeFrame(item.bytes)
      if (frame.kind === 'frame' && frame.token === 'ACK')
        acknowledged.add(`${frame.account} ${frame.sequence}`)
    }
  })
  return socket
}

const frameOf = (account: string, sequence: string) =>
  encodeFrame({
    token: 'ADM-CID',
    sequence,
    receiver: null,
    prefix: '0',
    account,
    data: `#${account}|1130 01 003`,
  })

describe('A hub that is killed in the middle of a storm', () => {
  it('has every signal it acknowledged in its journal, whose chain holds, and starts again', async () => {
    const accounts = demoRegion().sites.map((site) => site.account)
    const first = await startHub()
    const acknowledged = new Set<string>()
    const lines = await Promise.all(
      Array.from({ length: connections }, () => openLine(first.ready.dc09.tcp, acknowledged)),
    )

    let sent = 0
    const perTick = (alarmsPerSecond * tick) / 1_000
    const sending = setInterval(() => {
      for (let at = 0; at < perTick; at++, sent++) {
        const account = accounts[sent % accounts.length] ?? ''
        lines[sent % connections]?.write(
          frameOf(account, String((sent % 9_999) + 1).padStart(4, '0')),
        )
      }
    }, tick)
    await new Promise((resolve) => setTimeout(resolve, storm))
    const died = once(first.child, 'exit')
    first.child.kill('SIGKILL')
    await died
    clearInterval(sending)
    for (const line of lines) line.destroy()
    expect(acknowledged.size).toBeGreaterThan(500)

    const second = await startHub()
    const ended = once(second.child, 'exit')
    second.child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])

    expect(verifyJournal(join(folder, 'journal.db'))).toMatchObject({ ok: true })
    const stored = storedSignals(join(folder, 'journal.db'))
    const missing = [...acknowledged].filter((key) => !stored.has(key))
    expect(missing).toEqual([])
    console.info(
      `killed after ${sent} alarms sent, ${acknowledged.size} acknowledged, ${stored.size} stored`,
    )
  }, 120_000)
})

function storedSignals(file: string): Set<string> {
  const journal = openJournalFile(file)
  const stored = new Set<string>()
  for (let seq = 0; ; ) {
    const page = journal.read(seq, 5_000)
    const last = page.at(-1)
    if (last === undefined) break
    for (const { type, data } of page) {
      const { account, sequence } = data as { account?: string; sequence?: string }
      if (type === 'signal-received') stored.add(`${account} ${sequence}`)
    }
    seq = last.seq
  }
  journal.close()
  return stored
}
