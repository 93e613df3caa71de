import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, choicesIn } from '../../shared/alarms/queue-filter'
import type { QueueRow } from '../../shared/alarms/queue-row'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDialog } from '../console/use-dialog'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { changeFilter } from './queue-view'
import { useQueueRows } from './use-queue-rows'

/** Which part of the queue is shown. A choice takes effect at once and changes no count. */
export function QueueFilterDialog() {
  const { t } = useTranslation()
  const { store } = usePorts()
  const { close } = useDialog()
  const rows = useQueueRows()
  const choices = useMemo(() => choicesIn(rows), [rows])
  const filter = useConsole((data) => data.queueView.filter)
  return (
    <Dialog
      title={t('actions:queue-filter')}
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      <FilterField
        label={t('alarms:filter.who')}
        chosen={filter.who}
        choices={whose(rows)}
        say={(who) => t(`alarms:filter.${who}`)}
        onChoose={(who) => changeFilter(store, { who })}
      />
      <FilterField
        label={t('alarms:filter.kind')}
        chosen={filter.kind}
        choices={choices.kinds}
        say={(kind) => t(`kinds:alarm.${kind}`)}
        onChoose={(kind) => changeFilter(store, { kind })}
      />
      <FilterField
        label={t('alarms:filter.district')}
        chosen={filter.district}
        choices={choices.districts}
        say={(district) => district}
        onChoose={(district) => changeFilter(store, { district })}
      />
      <FilterField
        label={t('alarms:filter.category')}
        chosen={filter.category}
        choices={choices.categories}
        say={(category) => t(`kinds:category.${category}`)}
        onChoose={(category) => changeFilter(store, { category })}
      />
      <p className="filter-note">{t('alarms:filter.note')}</p>
    </Dialog>
  )
}

const whose = (rows: readonly QueueRow[]): readonly Choice<'mine' | 'unowned'>[] =>
  rows.length === 0 ? [] : [{ value: 'mine' }, { value: 'unowned' }]

interface FilterFieldProps<Value extends string> {
  readonly label: string
  readonly chosen: Value | null
  readonly choices: readonly Choice<Value>[]
  readonly say: (value: Value) => string
  readonly onChoose: (value: Value | null) => void
}

function FilterField<Value extends string>(props: FilterFieldProps<Value>) {
  const { label, chosen, choices, say, onChoose } = props
  const { t } = useTranslation()
  const values = choices.map(({ value }) => value)
  const all = chosen === null || values.includes(chosen) ? choices : [...choices, { value: chosen }]
  return (
    <Field label={label}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={chosen ?? ''}
          onChange={({ target }) => onChoose(values.find((one) => one === target.value) ?? null)}
        >
          <option value="">{t('alarms:filter.all')}</option>
          {all.map(({ value, count }) => (
            <option key={value} value={value}>
              {count === undefined ? say(value) : `${say(value)} (${count})`}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
