import { setImmediate as nextTurn } from 'node:timers/promises'
import { roomTexts } from '../../node/room-texts'
import { inTurns } from '../../node/snapshot-writer'
import type { Standing } from '../../shared/journal/proven-snapshot'
import type { RegisterText } from '../../shared/room/parts-text'

export interface SnapshotText {
  readonly seq: number
  readonly json: string
}

/**
 * Rooms as JSON text. Each text is made once per seq and in pieces, so that an alarm never waits
 * behind a console that joins. Consoles that join while one is being made all get that one and the
 * entries after it, so a crowd costs as much as one console. The register is written once while it
 * does not change, and left out for a console that has it.
 */
export function createSnapshotText() {
  const texts = roomTexts()
  let written: { readonly version: string; readonly json: string } | null = null

  async function registerJson({ version, pieces }: RegisterText): Promise<string> {
    if (written?.version !== version) {
      const quoted: string[] = []
      for (const piece of pieces) {
        quoted.push(JSON.stringify(piece))
        await nextTurn()
      }
      written = { version, json: `[${quoted.join(',')}]` }
    }
    return written.json
  }

  const parts = oncePerSeq(async ({ room, head }) => {
    const register = await inTurns(texts.register(room))
    const work = await collected(texts.work(room))
    return { ...head, register, work }
  })
  const wholes = oncePerSeq(async ({ room, head }) => {
    const json = await collected(texts.pieces(room))
    return { ...head, json: `{"seq":${head.seq},"hash":"${head.hash}","room":${json}}` }
  })

  return {
    /**
     * `head` is that of the room's journal. The text may be of an earlier seq if that one was
     * already being made. `have` is the version of the console's register; null when the console
     * does not know parts.
     */
    async of(standing: Standing, have: string | null): Promise<SnapshotText> {
      if (have === null) return wholes(standing)
      const { seq, hash, register, work } = await parts(standing)
      const { version } = register
      const sent = version === have ? 'null' : await registerJson(register)
      const room = `{"version":"${version}","register":${sent},"work":${work}}`
      return { seq, json: `{"seq":${seq},"hash":"${hash}","room":${room}}` }
    },
  }
}

/** Callers that ask while one is being made get that one. */
function oncePerSeq<Made extends { readonly seq: number }>(
  make: (standing: Standing) => Promise<Made>,
): (standing: Standing) => Promise<Made> {
  let newest: Made | null = null
  let making: Promise<Made> | null = null
  const begin = async (standing: Standing): Promise<Made> => {
    newest = await make(standing)
    return newest
  }
  return async (standing) => {
    if (making === null && newest?.seq === standing.head.seq) return newest
    making ??= begin(standing).finally(() => {
      making = null
    })
    return making
  }
}

async function collected(pieces: Iterable<string>): Promise<string> {
  const all: string[] = []
  for (const piece of pieces) {
    all.push(piece)
    await nextTurn()
  }
  return all.join('')
}
