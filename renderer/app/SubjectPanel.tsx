import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import type { ConsoleData, Selection } from '../console/console-store'
import type { Card, CardSubject } from '../console/feature'
import { CardParts, FeatureParts } from '../console/feature-parts'
import { Gone } from '../console/Gone'
import { useSubject } from '../console/selection'
import { KeyCap } from '../ui/KeyCap'
import { actionsIn } from './actions'
import { features } from './features'
import './subject-panel.css'

/**
 * The card on the right: the selection and what to do about it, put together from the features'
 * parts.
 */
export function SubjectPanel() {
  const { t } = useTranslation()
  return (
    <section className="subject" aria-label={t('app:panel.incident')}>
      <FeatureParts features={features}>
        <Selected />
      </FeatureParts>
    </section>
  )
}

function Selected() {
  const selection = useConsole((data) => data.selection)
  const { alarm, incident, site, scene } = useSubject()
  const own = ownCard(selection)
  if (own) return own
  const subject = { alarm, incident, site, scene }
  if (incident) return <PartsCard key={incident.id} card="incident" subject={subject} />
  if (alarm?.phase === 'raised') return <PartsCard key={alarm.id} card="alarm" subject={subject} />
  if (site) return <PartsCard key={site.id} card="site" subject={subject} />
  return selection ? <Gone /> : <NothingSelected />
}

/** A feature's own card for the selection, where it does not go by alarm or site. */
function ownCard(selection: Selection): ReactElement | null {
  if (!selection) return null
  const cards = features.flatMap(({ cards = {} }) => {
    const draw = cards[selection.kind] as ((about: typeof selection) => ReactElement) | undefined
    return draw ? [draw(selection)] : []
  })
  const [card] = cards
  return card ? <Fragment key={JSON.stringify(selection)}>{card}</Fragment> : null
}

function PartsCard({ card, subject }: { card: Card; subject: CardSubject }) {
  return (
    <>
      <CardParts card={card} region="head" subject={subject} />
      {card === 'site' ? (
        <div className="subject__foot subject__foot--top">
          <CardParts card={card} region="actions" subject={subject} />
        </div>
      ) : null}
      <div className="subject__scroll">
        <div className="subject__columns">
          <CardParts card={card} region="body" subject={subject} />
        </div>
      </div>
      <CardParts card={card} region="foot" subject={subject} />
    </>
  )
}

/** The most important keys, shown when nothing is selected. */
const firstKeys: Readonly<Record<ConsoleData['mode'], readonly string[]>> = {
  live: [
    'take-next',
    'acknowledge',
    'dispatch-recommended',
    'complete-step',
    'find-site',
    'show-keys',
  ],
  replay: ['replay-play', 'replay-back', 'replay-forward', 'replay-faster', 'show-keys'],
}

const nobody: CardSubject = { alarm: null, incident: null, site: null, scene: null }

function NothingSelected() {
  const { t } = useTranslation()
  const mode = useConsole((data) => data.mode)
  const shown = firstKeys[mode].flatMap((id) => actionsIn(mode).filter((one) => one.id === id))
  return (
    <div className="subject__scroll">
      <div className="subject__nothing">
        <p className="subject__nothing-title">{t('incidents:nothing')}</p>
        <dl className="subject__keys">
          {shown.map(({ id, keys }) => (
            <div key={id}>
              <dt>
                <KeyCap keys={keys} />
              </dt>
              <dd>{t(`actions:${id}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <CardParts card="nothing" region="body" subject={nobody} />
    </div>
  )
}
