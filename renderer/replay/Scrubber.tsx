import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../console/action'
import { usePorts } from '../console/console-context'
import { wallTime } from '../console/time'
import { runAction } from '../console/use-action'
import type { Replay } from './playback'
import {
  backAction,
  backMinuteAction,
  forwardAction,
  forwardMinuteAction,
  playAction,
} from './replay-actions'
import { alarmTicks, type Tick } from './ticks'

/** ms the hand must rest before a drag counts: every seek fetches a whole room. */
const settled = 120
const keyActions: Readonly<Record<string, Action>> = {
  ArrowLeft: backAction,
  ArrowRight: forwardAction,
  'shift+ArrowLeft': backMinuteAction,
  'shift+ArrowRight': forwardMinuteAction,
  ' ': playAction,
}

/** The whole recording as a line with its alarms as ticks, and a hand that moves along it. */
export function Scrubber({ timeline, playback }: Replay) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { span } = timeline
  const [dragged, setDragged] = useState<number | null>(null)
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const drag = (to: number) => {
    setDragged(to)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      timeline
        .seek(to)
        .catch(() => {
          // The feed reports a past that cannot be fetched.
        })
        .finally(() => setDragged((now) => (now === to ? null : now)))
    }, settled)
  }
  const at = dragged ?? playback.at
  const onKeyDown = (event: KeyboardEvent) => {
    const action = keyActions[`${event.shiftKey ? 'shift+' : ''}${event.key}`]
    if (!action) return
    // The arrows mean the same as elsewhere in the window, not one step on the line.
    event.preventDefault()
    runAction(ports, action)
  }
  return (
    <div className="scrubber">
      <span className="scrubber__end">{wallTime(span.from)}</span>
      <div className="scrubber__line">
        <Ticks span={span} />
        <input
          type="range"
          className="scrubber__hand"
          aria-label={t('replay:bar.scrubber')}
          aria-valuetext={wallTime(at)}
          min={span.from}
          max={span.to}
          step={1}
          value={at}
          onChange={(event) => drag(Number(event.target.value))}
          onKeyDown={onKeyDown}
        />
      </div>
      <span className="scrubber__end">{wallTime(span.to)}</span>
    </div>
  )
}

/** Fetched once: the room at the end of the recording knows every alarm of a shift. */
function Ticks({ span }: { span: Replay['timeline']['span'] }) {
  const { bridge } = usePorts()
  const [ticks, setTicks] = useState<readonly Tick[]>([])
  useEffect(() => {
    let wanted = true
    bridge.ask('replay-frame', { at: span.to }).then(
      ({ room }) => wanted && setTicks(alarmTicks(room.work, span)),
      () => {
        // Without ticks the recording can still be watched, and the feed reports a journal that
        // fails.
      },
    )
    return () => {
      wanted = false
    }
  }, [bridge, span])
  return (
    <div className="scrubber__ticks" aria-hidden="true">
      {ticks.map(({ at, priority }) => (
        <span
          key={at}
          className={`scrubber__tick scrubber__tick--${priority}`}
          style={{ left: `${at / 10}%` }}
        />
      ))}
    </div>
  )
}
