import { duressWordsHubLost } from '../../../shared/accounts/see-duress-words'
import { type Refusal, sentence } from '../../../shared/lang/decision'
import { type DuressWordsReply, duressWordsSchema } from '../../../shared/wire/duress-words'
import { problemSchema } from '../../../shared/wire/sessions'
import type { Log } from '../log'
import { type AskHub, createAskHub } from './ask-hub'
import type { Target } from './hub-link'
import { wordsOf } from './sign-in'

/**
 * Somebody is waiting on the telephone. A hub that has not answered after this time, ms, is
 * reported as out of reach.
 */
const patience = 5_000

/**
 * Asks the hub for a site's duress words. They are returned only to the caller: they never reach a
 * disk, a log or a cache. Never rejects; `hub` is null while the link is not live.
 */
export async function askDuressWords(
  hub: Target | null,
  siteId: string,
  log: Log,
  ask: AskHub = createAskHub(),
): Promise<DuressWordsReply> {
  if (hub === null) return refused(duressWordsHubLost)
  try {
    const url = new URL(`/v1/sites/${encodeURIComponent(siteId)}/duress-words`, hub.url)
    const answer = await ask(url, { method: 'POST', token: hub.token, patience })
    const { body } = answer
    if (answer.ok) {
      // Do not describe what does not fit: schema issues may repeat the input.
      const parsed = duressWordsSchema.safeParse(body)
      return parsed.success
        ? { result: 'ok', words: parsed.data.words }
        : refused(notUnderstood(answer.status))
    }
    const { error } = problemSchema.safeParse(body).data ?? { error: '' }
    log.warn(
      { siteId, status: answer.status, code: error.slice(0, 60) },
      'The hub gave no duress words',
    )
    return refused(refusals.get(error) ?? notUnderstood(answer.status))
  } catch (error) {
    log.warn({ siteId, reason: wordsOf(error) }, 'The hub could not be asked for duress words')
    return refused(duressWordsHubLost)
  }
}

const refused = (refusal: Refusal): DuressWordsReply => ({ result: 'refused', refusal })

const notUnderstood = (status: number): Refusal =>
  sentence('duress-words-failed', 'The hub gave no duress words (it answered {status})', { status })

/** The hub's refusals (docs/api.md), as sentences an officer can act on. */
const refusals: ReadonlyMap<string, Refusal> = new Map(
  Object.entries({
    'not-your-role': sentence(
      'duress-words-role',
      'Duress words are shown to duty officers and shift supervisors only',
    ),
    'secrets-closed': sentence(
      'duress-words-closed',
      'The hub cannot read what it keeps secret: its vault is closed. Tell the administrator; the log of the hub says why',
    ),
    'not-stored': sentence(
      'duress-words-not-recorded',
      'The hub cannot write its journal now, and shows no duress words that would leave no trace',
    ),
    'site-unknown': sentence('site-unknown', 'This site is not in the register'),
    'session-ended': sentence('session-ended', 'This session has ended; sign in again'),
    'too-many-requests': sentence(
      'too-many-requests',
      'Too many requests: wait a little and try again',
    ),
  }),
)
