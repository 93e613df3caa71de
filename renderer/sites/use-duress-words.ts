import { useCallback, useEffect, useRef, useState } from 'react'
import { duressWordsHubLost } from '../../shared/accounts/see-duress-words'
import { because, type Refusal } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'
import type { DuressWordsReply } from '../../shared/wire/duress-words'
import { useConsole, usePorts } from '../console/console-context'
import type { ConsolePorts } from '../console/console-ports'

/**
 * Seconds that words stay on screen: enough for a call, too short for whoever comes by when the
 * officer is called away.
 */
export const shownFor = 60
const second = 1000

/**
 * A site's duress words as this window has them now. `words` is by the hub's name for each contact.
 */
export type DuressWordsView =
  | { readonly phase: 'asking' }
  | {
      readonly phase: 'shown'
      readonly words: ReadonlyMap<string, string>
      /** Seconds until they are hidden, and by this machine's clock. */
      readonly left: number
      readonly until: number
    }
  | { readonly phase: 'hidden' }
  | { readonly phase: 'refused'; readonly refusal: Refusal }

/**
 * Asks the hub for the words at once, and again when told to. They exist only in this state, which
 * is emptied when their time is over, when the hub is lost, and with the component.
 */
export function useDuressWords(siteId: string): {
  readonly view: DuressWordsView
  readonly ask: () => void
} {
  const ports = usePorts()
  const live = useConsole((data) => data.link.phase === 'live')
  const [view, setView] = useState<DuressWordsView>({ phase: 'asking' })
  /** The question awaiting its answer; a late answer to an earlier question is dropped. */
  const question = useRef(0)

  const ask = useCallback(() => {
    question.current += 1
    const mine = question.current
    setView({ phase: 'asking' })
    void askHub(ports, siteId).then(
      (reply) => mine === question.current && setView(viewOf(reply, ports.now())),
    )
  }, [ports, siteId])

  useEffect(() => {
    if (live) return
    question.current += 1
    setView({ phase: 'refused', refusal: duressWordsHubLost })
  }, [live])

  useEffect(() => {
    if (ports.store.getState().link.phase === 'live') ask()
    return () => {
      question.current += 1
    }
  }, [ask, ports])

  useEffect(() => {
    if (view.phase !== 'shown') return
    const timer = setInterval(() => setView((now) => aSecondLater(now, ports.now())), second)
    return () => clearInterval(timer)
  }, [view.phase, ports])

  return { view, ask }
}

const askHub = ({ bridge }: ConsolePorts, siteId: string): Promise<DuressWordsReply> =>
  bridge.ask('duress-words', { siteId }).catch((error: unknown) => ({
    result: 'refused',
    refusal: because('hub-not-asked', 'The console could not ask the hub: {reason}', saidOf(error)),
  }))

function viewOf(reply: DuressWordsReply, now: number): DuressWordsView {
  if (reply.result === 'refused') return { phase: 'refused', refusal: reply.refusal }
  const words = new Map(reply.words.map(({ contact, word }) => [contact, word]))
  return { phase: 'shown', words, left: shownFor, until: now + shownFor * second }
}

/**
 * Both clocks count: the timer stands still while the machine sleeps, and the machine's clock may
 * be set back.
 */
function aSecondLater(view: DuressWordsView, now: number): DuressWordsView {
  if (view.phase !== 'shown') return view
  const left = Math.min(view.left - 1, Math.ceil((view.until - now) / second))
  return left > 0 ? { ...view, left } : { phase: 'hidden' }
}
