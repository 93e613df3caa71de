/** A message that waits for its turn. */
export interface Waiting {
  readonly account: string
  readonly urgent: boolean
  begin(): void
}

/**
 * The order in which messages are judged. So many may be under way at once; what comes on top waits here, and urgent ones
 * are let through first, together with whatever came before them of the same account: the order of an account is never
 * changed, and no storm of other accounts stands in front of a hold-up.
 */
export function createLanes(underWayAtOnce: number) {
  let underWay = 0
  /** In the order they came; `urgent` counts those of them that are. */
  let waiting: Waiting[] = []
  let urgent = 0

  const begin = (message: Waiting) => {
    underWay += 1
    message.begin()
  }

  /** All of the account up to the first urgent message of it. */
  const takeUrgent = (): readonly Waiting[] => {
    const at = waiting.findIndex((message) => message.urgent)
    const account = waiting[at]?.account
    const before = waiting.slice(0, at + 1)
    const taken = before.filter((message) => message.account === account)
    waiting = [...before.filter((message) => message.account !== account), ...waiting.slice(at + 1)]
    urgent -= 1
    return taken
  }

  const next = () => {
    while (urgent > 0) for (const message of takeUrgent()) begin(message)
    const free = underWayAtOnce - underWay
    if (free <= 0 || waiting.length === 0) return
    for (const message of waiting.splice(0, free)) begin(message)
  }

  const wait = (message: Waiting) => {
    waiting.push(message)
    if (!message.urgent) return
    urgent += 1
    next()
  }

  return {
    waiting: () => waiting.length,
    enter(message: Waiting): void {
      if (waiting.length === 0 && underWay < underWayAtOnce) begin(message)
      else wait(message)
    },
    /** A message is done, however it ended. */
    leave(): void {
      underWay -= 1
      next()
    },
  }
}
export type Lanes = ReturnType<typeof createLanes>
