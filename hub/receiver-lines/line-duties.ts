import { systemActor } from '../../shared/accounts/actor'
import { second } from '../../shared/lang/instant'
import { isNews, type LineState } from '../../shared/receiver-lines/tell-receiver-lines'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Keeper } from '../keeper/keeper-port'
import type { OnLine } from '../reception/line-change'
import { every } from '../timing/every'

/** How often a retry is made of what could not be stored, ms. */
const retry = 5 * second
const longestDetail = 300

export interface LineDutiesParts {
  readonly keeper: Pick<Keeper, 'room' | 'submit'>
  readonly clock: Clock
  readonly receiverLines: readonly { readonly id: string; readonly name: string }[]
  readonly onFault: (error: unknown) => void
}

export interface LineDuties {
  /**
   * Call it when the receiver at the other end of a line is lost or is heard (again). Repeated
   * calls do no harm.
   */
  readonly onLine: OnLine
  stop(): void
}

/**
 * Records when receiver lines are lost and restored, but never what the room already says. The
 * newest state of a line counts: what could not be stored is retried unless it has changed back. A
 * line that was lost and is no longer configured is recorded as restored at the start, since nobody
 * waits for it any more and nothing else would ever end its loss.
 */
export function lineDuties({ keeper, clock, receiverLines, onFault }: LineDutiesParts): LineDuties {
  const unsaid = new Map<string, LineState>()
  const names = new Map(receiverLines.map(({ id, name }) => [id, name]))

  const record = () => {
    const said = new Map(unsaid)
    if (said.size === 0) return
    keeper
      .submit({ type: 'tell-receiver-lines', data: { states: [...said.values()] } }, systemActor)
      .then(() => {
        for (const [linkId, event] of said) if (unsaid.get(linkId) === event) unsaid.delete(linkId)
      }, onFault)
  }
  for (const { linkId, name, lost } of keeper.room().receiverLines.values())
    if (lost && !names.has(linkId))
      unsaid.set(linkId, { type: 'link-restored', data: { linkId, name } })
  record()

  return {
    onLine(linkId, change, detail) {
      const known = { linkId, name: names.get(linkId) ?? linkId }
      const event: LineState =
        change === 'lost'
          ? { type: 'link-lost', data: { ...known, detail: detail.slice(0, longestDetail) } }
          : { type: 'link-restored', data: known }
      if (!isNews(keeper.room(), event) && !unsaid.has(linkId)) return
      unsaid.set(linkId, event)
      record()
    },
    stop: every(clock, retry, record),
  }
}
