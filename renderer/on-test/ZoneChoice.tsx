import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import '../ui/choice.css'

export interface Tested {
  readonly whole: boolean
  readonly zones: readonly string[]
}

export interface ZoneChoiceProps {
  readonly zones: SiteRow['zones']
  readonly tested: Tested
  readonly onChange: (tested: Tested) => void
}

/** The whole site, or some of its zones. Ticking a zone chooses zones. */
export function ZoneChoice({ zones, tested, onChange }: ZoneChoiceProps) {
  const { t } = useTranslation()
  const toggle = (zone: string) => {
    const left = tested.zones.filter((other) => other !== zone)
    onChange({ whole: false, zones: left.length < tested.zones.length ? left : [...left, zone] })
  }
  return (
    <fieldset className="start-test__part">
      <legend>{t('on-test:start.what')}</legend>
      <div className="start-test__what">
        <label className={tested.whole ? 'choice choice--chosen' : 'choice'}>
          <input
            type="radio"
            name="tested"
            checked={tested.whole}
            onChange={() => onChange({ ...tested, whole: true })}
          />
          <span>{t('on-test:start.whole')}</span>
        </label>
        {zones.length > 0 ? (
          <label className={tested.whole ? 'choice' : 'choice choice--chosen'}>
            <input
              type="radio"
              name="tested"
              checked={!tested.whole}
              onChange={() => onChange({ ...tested, whole: false })}
            />
            <span>{t('on-test:start.some')}</span>
          </label>
        ) : null}
      </div>
      {zones.length === 0 ? (
        <p>{t('on-test:start.no-zones')}</p>
      ) : (
        <ul
          className={
            tested.whole ? 'start-test__zones start-test__zones--idle' : 'start-test__zones'
          }
        >
          {zones.map(({ number, name }) => (
            <li key={number}>
              <label>
                <input
                  type="checkbox"
                  checked={!tested.whole && tested.zones.includes(number)}
                  onChange={() => toggle(number)}
                />
                <strong>{number}</strong>
                <span className="ellipsis" title={name}>
                  {name}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
