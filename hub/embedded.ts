import { z } from 'zod'
import { storageSaid } from '../node/sqlite'
import type { Refusal } from '../shared/lang/decision'
import { languageSchema } from '../shared/lang/language'
import { systemSays } from '../shared/lang/said-error'
import { demoSignIn } from './accounts/demo-users'
import { createLog } from './log'
import { demoSitesSchema, demoTeamsSchema, type HubOptions } from './options'
import type { KeychainKey } from './secrets/master-key'
import { type Hub, startHub } from './start-hub'

/** What the hub's process and the console's main process share: Electron's `process.parentPort`. */
export interface ParentPort {
  postMessage(message: unknown): void
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): unknown
}

const port = z.number().int().min(0).max(65_535)
const wordSchema = z.union([
  z.object({
    data: z.string().min(1),
    httpPort: port,
    dc09Port: port,
    /** True by default: an embedded hub of a real unit would need somebody to sign in. */
    demo: z.boolean().default(true),
    demoTeams: demoTeamsSchema,
    demoSites: demoSitesSchema,
    demoLanguage: languageSchema.optional(),
    /** The vault's master key from the keychain of the console's user, or why there is none. */
    keychain: z.union([z.object({ key: z.string() }), z.object({ why: z.string() })]).optional(),
  }),
  z.object({ stop: z.literal(true) }),
  z.object({ session: z.literal(true) }),
])

/**
 * How long the last message gets to leave the process, ms: posting a message does not wait until it
 * is sent.
 */
const timeToSay = 100

/**
 * Runs the hub in one of Electron's processes. The first message says how to start. The answer is
 * `{ready, http, dc09, token}`, or `{failed: refusal}` and exit code 1. The token is a session of
 * the demo officer for this console; a demo also sends `demo` (who else can sign in). `{session:
 * true}` is answered by `{token}`: a new session for when the last one has ended. `{stop: true}`,
 * or SIGTERM, stops the hub cleanly and then ends the process with `exit`. Returns how to end it
 * from inside.
 */
export function runEmbedded(
  parent: ParentPort,
  exit: (code: number) => void = (code) => process.exit(code),
): () => Promise<void> {
  let hub: Promise<Hub> | null = null

  /** Ends the process; its supervisor starts it again after the usual pause. */
  const fail = (said: Refusal) => {
    parent.postMessage({ failed: said })
    setTimeout(() => exit(1), timeToSay)
  }

  const start = async (options: HubOptions, keychain: KeychainKey | undefined) => {
    try {
      hub = startHub(options, { log: createLog(process.env), env: process.env, keychain })
      const { http, dc09, demoSession } = await hub
      const { token } = await demoSession('officer')
      const demo = options.demo ? { demo: demoSignIn(process.env) } : {}
      parent.postMessage({ ready: true, http, dc09, token, ...demo })
    } catch (error) {
      fail(storageSaid(error))
    }
  }
  /** Sends nothing when it fails: the console gives up waiting and starts the hub again. */
  const renew = async () => {
    const session = await hub?.then(({ demoSession }) => demoSession('officer')).catch(() => null)
    if (session) parent.postMessage({ token: session.token })
  }
  const stop = async () => {
    try {
      await (await hub)?.stop()
      exit(0)
    } catch {
      // It never started, or could not say goodbye; the journal is safe either way.
      exit(1)
    }
  }
  parent.on('message', ({ data }) => {
    const word = wordSchema.safeParse(data)
    if (!word.success)
      return hub === null
        ? fail(systemSays(`The hub was started wrongly: ${z.prettifyError(word.error)}`))
        : undefined
    if ('stop' in word.data) void stop()
    else if ('session' in word.data) void renew()
    else if (hub === null) {
      const { keychain, ...options } = word.data
      void start({ ...options, host: '127.0.0.1', maxJournalBytes: null }, keychain)
    }
  })
  process.once('SIGTERM', () => void stop())
  return stop
}
