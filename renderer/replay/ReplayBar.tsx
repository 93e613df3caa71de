import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { speeds } from '../../shared/timeline/replay-timeline'
import type { Action } from '../console/action'
import { useConsole } from '../console/console-context'
import { sayRefusal } from '../console/say'
import { wallDate, wallTime } from '../console/time'
import { useAction } from '../console/use-action'
import { Button } from '../ui/Button'
import { type Replay, useReplay } from './playback'
import {
  backAction,
  backMinuteAction,
  fasterAction,
  forwardAction,
  forwardMinuteAction,
  playAction,
  slowerAction,
} from './replay-actions'
import { Scrubber } from './Scrubber'
import { timeInSpan } from './spans'
import './replay-bar.css'

/**
 * Says across the whole width that this is the past and which moment of it, with the playback
 * controls.
 */
export function ReplayBar() {
  const { t } = useTranslation()
  const replay = useReplay()
  const failed = useConsole((data) => (data.link.phase === 'failed' ? data.link.said : null))
  if (!replay) return null
  const { timeline, playback } = replay
  return (
    <section className="replay-bar" aria-label={t('replay:bar.mark')}>
      <div className="replay-bar__row">
        <strong className="replay-bar__mark">{t('replay:bar.mark')}</strong>
        <Moment at={playback.at} />
        <Transport playback={playback} />
        <Speeds {...replay} />
        <GoTo {...replay} />
        <p className="replay-bar__note" role="status">
          {failed ? sayRefusal(t, failed) : t(noteOf(replay))}
        </p>
      </div>
      <Scrubber timeline={timeline} playback={playback} />
    </section>
  )
}

const noteOf = ({ timeline, playback: { at, seeking } }: Replay): string => {
  if (seeking) return 'replay:bar.loading'
  return at >= timeline.span.to ? 'replay:bar.ended' : 'replay:bar.not-live'
}

function Moment({ at }: { at: number }) {
  const { t } = useTranslation()
  const { date, weekday } = wallDate(at)
  return (
    <p className="replay-bar__moment">
      <span className="replay-bar__date">
        {t(`app:weekday.${weekday}`)} {date}
      </span>
      <span className="replay-bar__time">{wallTime(at)}</span>
    </p>
  )
}

function Transport({ playback: { playing } }: Pick<Replay, 'playback'>) {
  const { t } = useTranslation()
  return (
    <div className="replay-bar__transport">
      <Step action={backMinuteAction} sign="−1:00" />
      <Step action={backAction} sign="−0:10" />
      <PlayButton words={t(playing ? 'replay:bar.pause' : 'replay:bar.play')} />
      <Step action={forwardAction} sign="+0:10" />
      <Step action={forwardMinuteAction} sign="+1:00" />
    </div>
  )
}

function PlayButton({ words }: { words: string }) {
  const { run } = useAction(playAction)
  return (
    <Button tone="primary" keys={playAction.keys} onClick={run}>
      {words}
    </Button>
  )
}

function Step({ action, sign }: { action: Action; sign: string }) {
  const { t } = useTranslation()
  const { run } = useAction(action)
  return (
    <Button label={t(`actions:${action.id}`)} keys={action.keys} onClick={run}>
      {sign}
    </Button>
  )
}

function Speeds({ timeline, playback: { speed } }: Replay) {
  const { t } = useTranslation()
  const at = (speeds as readonly number[]).indexOf(speed)
  return (
    <div className="replay-bar__speeds">
      <label className="replay-bar__label" htmlFor="replay-speed">
        {t('replay:bar.speed')}
      </label>
      <Step action={slowerAction} sign="−" />
      <select
        id="replay-speed"
        className="input replay-bar__select"
        value={at}
        onChange={(event) => timeline.setSpeed(speeds[Number(event.target.value)] ?? 1)}
      >
        {speeds.map((known, index) => (
          <option key={known} value={index}>
            {t('replay:bar.times', { n: known })}
          </option>
        ))}
      </select>
      <Step action={fasterAction} sign="+" />
    </div>
  )
}

function GoTo({ timeline, playback }: Replay) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const to = timeInSpan(timeline.span, playback.at, text)
  const wrong = text.trim() !== '' && to === null
  return (
    <form
      className="replay-bar__go"
      onSubmit={(event) => {
        event.preventDefault()
        if (to === null) return
        setText('')
        timeline.seek(to).catch(() => {
          // The feed reports a past that cannot be fetched.
        })
      }}
    >
      <label className="replay-bar__label" htmlFor="replay-go-to">
        {t('replay:bar.go-to')}
      </label>
      <input
        id="replay-go-to"
        className={
          wrong ? 'input replay-bar__field replay-bar__field--wrong' : 'input replay-bar__field'
        }
        placeholder="04:13:20"
        title={wrong ? t('replay:bar.not-in-span') : t('replay:bar.go-hint')}
        aria-invalid={wrong}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabledReason={to === null ? t('replay:bar.not-in-span') : null}>
        {t('replay:bar.go')}
      </Button>
    </form>
  )
}
