import type { Command } from '../../shared/room/commands'
import { type Entry, parseAnyEntry, upcast } from '../../shared/room/events'
import { commandReplySchema } from '../../shared/wire/console-feed'
import { type Ask, ask } from '../api/testing/ask'

/** Somebody who has signed in at a hub, whose address may change. */
export interface Desk {
  readonly token: string
  ask(path: string, request?: Ask): ReturnType<typeof ask>
  /** Gives a command. Resolves with `ok`, a notice's code or a refusal's. */
  give(command: Command): Promise<string>
  entries<Type extends Entry['type']>(...types: Type[]): Promise<Extract<Entry, { type: Type }>[]>
  journal(): Promise<string>
}

let commands = 0

/** `url` is called each time, since a restarted hub has another address. */
export async function signIn(url: () => string, username: string, password: string): Promise<Desk> {
  const { status, json } = await ask(`${url()}/v1/sessions`, { body: { username, password } })
  if (status !== 200) throw new Error(`${username} could not sign in: ${JSON.stringify(json)}`)
  const token = String(json.token)
  const journal = async (): Promise<string> => {
    let text = ''
    for (let after = 0; ; ) {
      const page = (await ask(`${url()}/v1/journal?after=${after}&limit=1000`, { token })).text
      const lines = page.split('\n').filter((line) => line !== '')
      if (lines.length === 0) return text
      text += `${lines.join('\n')}\n`
      after += lines.length
    }
  }
  return {
    token,
    ask: (path, request) => ask(`${url()}${path}`, { token, ...request }),
    async give(command) {
      const envelope = { commandId: `${username}-${++commands}`, command, issuedAt: 0 }
      const { json: told } = await ask(`${url()}/v1/commands`, { token, body: envelope })
      const reply = commandReplySchema.parse(told)
      return reply.result === 'ok' ? (reply.notice?.code ?? 'ok') : reply.refusal.code
    },
    async entries<Type extends Entry['type']>(...types: Type[]) {
      const lines = (await journal()).split('\n').filter((line) => line !== '')
      const all = lines.map((line) => upcast(parseAnyEntry(JSON.parse(line))))
      return all.filter((entry): entry is Extract<Entry, { type: Type }> =>
        types.includes(entry.type as Type),
      )
    },
    journal,
  }
}
