import type { LogFn, Logger } from 'pino'
import { type Instant, second } from '../shared/lang/instant'
import type { Clock } from '../shared/timeline/clock-port'

/**
 * Lines of one kind written per interval. The rest are only counted, since strangers can provoke
 * thousands a second.
 */
const mostLines = 5
const interval = 10 * second
/** Kinds told apart. The texts are ours and few, but some name a link or an account. */
const mostKinds = 200

/**
 * Applies from warnings up to errors. Lower levels come only from us, and the last words of a dying
 * hub are never held back.
 */
const warn = 40
const fatal = 60

type LogMethod = (this: Logger, args: Parameters<LogFn>, method: LogFn, level: number) => void

/**
 * A pino hook that writes each kind of complaint a few times per interval, and then how many more
 * there were.
 */
export function sparing(clock: Clock): LogMethod {
  const kinds = new Map<string, { since: Instant; lines: number }>()

  return function logMethod(args, method, level) {
    if (level < warn || level >= fatal) return method.apply(this, args)
    const text = [...args].find((arg) => typeof arg === 'string') ?? ''
    const known = kinds.get(text)
    if (known === undefined) {
      const [oldest] = kinds.size >= mostKinds ? kinds.keys() : []
      if (oldest !== undefined) kinds.delete(oldest)
      const kind = { since: clock.now(), lines: 0 }
      kinds.set(text, kind)
      clock.after(interval, () => {
        if (kinds.get(text) === kind) kinds.delete(text)
        const more = kind.lines - mostLines
        if (more > 0)
          method.call(
            this,
            { more },
            `${more} more lines like this within ${interval / second} s: ${text}`,
          )
      })
    }
    const kind = kinds.get(text)
    if (kind === undefined) return
    kind.lines += 1
    if (kind.lines <= mostLines) method.apply(this, args)
  }
}
