import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { listed } from '../../shared/text/isolated'
import { useConsole } from '../console/console-context'
import { me } from '../console/console-store'
import { Chip } from '../ui/Chip'
import { figures, topBarParts } from './features'
import { LinkChip } from './LinkChip'
import { StateSlot } from './StateSlot'
import { UnitClock } from './UnitClock'
import './top-bar.css'

/** Which room this is, how it stands, who works in it, and what time it is there. */
export function TopBar() {
  const { t } = useTranslation()
  const unit = useConsole((data) => data.room.unit)
  return (
    <header className="top-bar">
      <div className="top-bar__unit">
        <div className="top-bar__program">
          <span className="top-bar__product">Navbatchi</span>
          {unit?.demo ? (
            <Chip tone="accent" title={t('app:demo-title')}>
              {t('app:demo')}
            </Chip>
          ) : null}
        </div>
        <span className="top-bar__name ellipsis" title={unit?.name}>
          {unit?.name}
        </span>
      </div>
      <StateSlot />
      <TeamCounts />
      {figures.map(({ place, Part }) => (
        <Part key={place} />
      ))}
      <div className="top-bar__right">
        <LinkChip />
        <Officer />
        {topBarParts.map(({ place, Part }) => (
          <Part key={place} />
        ))}
        <UnitClock />
      </div>
    </header>
  )
}

function TeamCounts() {
  const { t } = useTranslation()
  const teams = useConsole((data) => data.room.teams)
  const counts = useMemo(() => {
    const by = { available: 0, assigned: 0, 'out-of-service': 0 }
    for (const team of teams.values()) by[team.phase] += 1
    return by
  }, [teams])
  return (
    <section className="team-counts" aria-label={t('app:teams')}>
      <span className="team-counts__label">{t('app:teams')}</span>
      <Count n={counts.available} word={t('app:teams-free')} />
      <Count n={counts.assigned} word={t('app:teams-sent')} />
      <Count n={counts['out-of-service']} word={t('app:teams-off')} />
    </section>
  )
}

const Count = ({ n, word }: { n: number; word: string }) => (
  <span className="team-counts__count">
    <strong>{n}</strong> {word}
  </span>
)

function Officer() {
  const { t } = useTranslation()
  const you = useConsole(me)
  if (!you) return null
  return (
    <div className="officer" title={listed([t('app:signed-in'), you.name], ': ')}>
      <span className="officer__name ellipsis">{you.name}</span>
      <span className="officer__role ellipsis">
        {[you.role ? t(`kinds:role.${you.role}`) : '', you.desk ?? ''].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}
