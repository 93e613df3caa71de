import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/lang/instant'
import { isStale } from '../../shared/teams/position'
import { useConsole } from '../console/console-context'
import { sayAge } from '../console/figures'
import { useNow } from '../console/now'
import { wallMoment } from '../console/time'
import { Section } from '../ui/Section'
import './state-dialog.css'

/**
 * What shows that a quiet screen is not a dead one: when anything was last heard, and who is not
 * heard, each with its age.
 */
export function HowWeKnow() {
  const { t } = useTranslation()
  return (
    <Section title={t('app:know.title')}>
      <dl className="how-we-know">
        <LastSignal />
        <LinkRow />
        <Receivers />
        <Silent />
        <Sound />
        <Positions />
      </dl>
    </Section>
  )
}

interface RowProps {
  readonly name: 'signal' | 'link' | 'receivers' | 'silent' | 'sound' | 'positions'
  readonly said: string
  readonly wrong?: boolean
}

function Row({ name, said, wrong = false }: RowProps) {
  const { t } = useTranslation()
  return (
    <>
      <dt>{t(`app:know.${name}`)}</dt>
      <dd className={wrong ? 'how-we-know--wrong' : ''}>{said}</dd>
    </>
  )
}

/** How long ago, in words. */
function useAgo() {
  const { t } = useTranslation()
  const now = useNow()
  return (at: Instant) => t('app:know.ago', { age: sayAge(t, now - at) })
}

function LastSignal() {
  const { t } = useTranslation()
  const at = useConsole((data) => data.room.lastSignalAt)
  const ago = useAgo()
  return <Row name="signal" said={at === null ? t('app:know.none-yet') : ago(at)} />
}

function LinkRow() {
  const { t } = useTranslation()
  const link = useConsole((data) => data.link)
  const mode = useConsole((data) => data.mode)
  const offset = useConsole((data) => data.clockOffset)
  const now = useNow()
  if (mode === 'replay') return null
  const since = t('app:since', { time: wallMoment(link.since + offset, now) })
  return (
    <Row
      name="link"
      said={`${t(`app:link.${link.phase}`)}, ${since}`}
      wrong={link.phase !== 'live'}
    />
  )
}

function Receivers() {
  const { t } = useTranslation()
  const lines = useConsole((data) => data.room.receiverLines)
  const all = lines.size
  const lost = lines.count((line) => line.lost)
  return (
    <Row
      name="receivers"
      said={
        all === 0 ? t('app:know.no-receivers') : t('app:know.receivers-of', { n: all - lost, all })
      }
      wrong={lost > 0}
    />
  )
}

function Silent() {
  const { t } = useTranslation()
  const missing = useConsole((data) => data.room.missing)
  const sites = useConsole((data) => data.room.sites.size)
  const ago = useAgo()
  const silent = [...missing.values()].filter(({ code }) => code === 'SILENT')
  const n = new Set(silent.map(({ siteId }) => siteId)).size
  const last = silent.reduce((at, { since }) => Math.max(at, since), 0)
  const said = t('app:know.silent-of', { n, all: sites })
  return <Row name="silent" said={n === 0 ? said : `${said}, ${ago(last)}`} wrong={n > 0} />
}

function Sound() {
  const { t } = useTranslation()
  const { device, test } = useConsole((data) => data.sound)
  const mode = useConsole((data) => data.mode)
  const offset = useConsole((data) => data.clockOffset)
  const ago = useAgo()
  if (mode === 'replay') return null
  const missing = device === 'missing' || Boolean(test?.failed)
  const tested = test ? t('app:know.tested', { ago: ago(test.at + offset) }) : null
  const said = missing ? t('app:know.no-sound') : (tested ?? t('app:know.not-tested'))
  return <Row name="sound" said={said} wrong={missing} />
}

function Positions() {
  const { t } = useTranslation()
  const positions = useConsole((data) => data.positions)
  const all = useConsole((data) => data.room.teams.size)
  const now = useNow()
  const n = [...positions.values()].filter((fix) => !isStale(fix, now)).length
  return <Row name="positions" said={t('app:know.fresh-of', { n, all })} wrong={n < all} />
}
