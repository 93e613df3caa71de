import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { useNow } from '../console/now'
import type { SlotState } from '../console/slot'
import { slotParts } from './features'

/** All states the room is in, the gravest first; there is always one. */
export function useSlotStates(): readonly SlotState[] {
  const room = useConsole((data) => data.room)
  const link = useConsole((data) => data.link)
  const mode = useConsole((data) => data.mode)
  const feedStopped = useConsole((data) => data.feedStopped)
  const clockOffset = useConsole((data) => data.clockOffset)
  const words = useTranslation()
  const now = useNow()
  return useMemo(() => {
    const data = { room, link, mode, feedStopped, clockOffset }
    return slotParts.flatMap(({ state }) => state({ data, now, words }) ?? [])
  }, [room, link, mode, feedStopped, clockOffset, now, words])
}
