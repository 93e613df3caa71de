import type { MinuteRule } from './minute-limit'

/** Unreadable items of one address: enough to see what is wrong, too few to fill the journal. */
export const perAddress: MinuteRule = { perMinute: 20, sources: 5_000 }
/**
 * Correct frames of one account that nobody here can read. A panel that gets no answer repeats
 * within 5 to 60 s, and a few frames say all there is. By account, since thousands of panels may
 * stand behind the one address of a gateway.
 */
export const perAccount: MinuteRule = { perMinute: 5, sources: 20_000 }
/**
 * The same frames by address: accounts can be made up, and each would have its own five. This is
 * enough for some sixty panels behind one gateway that are all set up wrongly.
 */
export const perSender: MinuteRule = { perMinute: 300, sources: 5_000 }
/**
 * All of the above together, since addresses of datagrams are as easily made up: some gigabytes a
 * day at most.
 */
export const inAll: MinuteRule = { perMinute: 1_200, sources: 1 }
/**
 * NAKs and DUHs sent to one account at one address: some panels repeat at once on either, for ever
 * (seen in the field). By address too: somebody who uses up a stranger's share must not keep the
 * panel from learning the time.
 */
export const answersTold: MinuteRule = { perMinute: 6, sources: perAccount.sources }
/**
 * Repetitions of frames that are noted, of all accounts: as many as a storm makes on lines that
 * lose every other answer, and some gigabytes a day.
 */
export const repetitionsInAll: MinuteRule = { perMinute: 6_000, sources: 1 }
