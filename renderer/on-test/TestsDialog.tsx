import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OnTest } from '../../shared/on-test/on-test'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useNow } from '../console/now'
import { PendingSign } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration, wallMinute } from '../console/time'
import { useAction } from '../console/use-action'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { type ListModel, VirtualList } from '../ui/VirtualList'
import { TestFacts } from './TestFacts'
import { endOneAction, endTestAction, startTestAction } from './test-actions'
import { sayCovered, useAllTests } from './tests'
import './tests-dialog.css'

const keyOf = ({ testId }: OnTest): string => testId
const columns = ['site', 'what', 'until', 'left', 'signals', 'by'] as const
/** As in tests-dialog.css. */
const rowHeight = 32
const shownSignals = 50

/** Everything on test, the first to end on top. `testId` is the one to begin with. */
export function TestsDialog({ testId }: { testId: string | null }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { close } = useDialog()
  const tests = useAllTests()
  const [chosen, setChosen] = useState(testId)
  const test = tests.find((row) => row.testId === chosen) ?? tests[0]
  const { disabledReason, run } = useAction(endOneAction(test), null)
  const show = () => {
    if (!test) return
    close()
    selectOnly(ports.store, { kind: 'site', siteId: test.siteId })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // By the key's position, as with all keys of the room.
    if (event.code === 'KeyE' && !event.repeat) run()
  }
  return (
    <Dialog
      title={t('on-test:list-title', { n: tests.length })}
      width="large"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      <p className="tests__about">{t('on-test:about')}</p>
      {test ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the key of the button beside the list
        <div className="tests" onKeyDown={onKeyDown}>
          <TestList tests={tests} chosen={test.testId} onChoose={setChosen} onShow={show} />
          <Chosen test={test} />
          <div className="tests__buttons">
            <Button keys="enter" onClick={show}>
              {t('on-test:show-site')}
            </Button>
            <Button
              tone="danger"
              keys={endTestAction.keys}
              disabledReason={disabledReason}
              reasonVisible
              onClick={run}
            >
              {t('actions:end-test')}
            </Button>
          </div>
        </div>
      ) : (
        <EmptyState
          text={t('on-test:none')}
          hint={t('on-test:none-hint', { key: startTestAction.keys.toUpperCase() })}
        />
      )}
    </Dialog>
  )
}

interface TestListProps {
  readonly tests: readonly OnTest[]
  readonly chosen: string
  readonly onChoose: (testId: string) => void
  readonly onShow: () => void
}

function TestList({ tests, chosen, onChoose, onShow }: TestListProps) {
  const { t } = useTranslation()
  const model: ListModel<OnTest> = { items: tests, keyOf, rowHeight, draw: drawTest }
  return (
    <div className="tests__table">
      <div className="test-row tests__columns" aria-hidden="true">
        {columns.map((column) => (
          <span key={column}>{t(`on-test:column.${column}`)}</span>
        ))}
      </div>
      <VirtualList
        label={t('on-test:list')}
        model={model}
        chosen={chosen}
        onChoose={onChoose}
        onConfirm={onShow}
        focusFirst
      />
    </div>
  )
}

const drawTest = (test: OnTest) => <TestRow test={test} />

function TestRow({ test }: { test: OnTest }) {
  const { t } = useTranslation()
  const site = useConsole((data) => data.room.sites.get(test.siteId))
  const left = test.until - useNow()
  const name = site?.name ?? t('alarms:unknown-site')
  const covered = sayCovered(t, test, site)
  return (
    <div className="test-row">
      <strong className="ellipsis" title={name}>
        <PendingSign row={{ row: 'test', testId: test.testId }} /> {name}
      </strong>
      <span className="ellipsis" title={covered}>
        {covered}
      </span>
      <time>{wallMinute(test.until)}</time>
      <span>{left > 0 ? duration(left) : t('on-test:over')}</span>
      <strong>{test.signalCount}</strong>
      <span className="ellipsis" title={test.startedBy}>
        {test.startedBy}
      </span>
    </div>
  )
}

function Chosen({ test }: { test: OnTest }) {
  const site = useConsole((data) => data.room.sites.get(test.siteId))
  const { t } = useTranslation()
  return (
    <article className="tests__chosen" aria-label={site?.name}>
      <h3>{site?.name ?? t('alarms:unknown-site')}</h3>
      <p className="tests__address">{site?.address}</p>
      <TestFacts test={test} site={site} shown={shownSignals} />
    </article>
  )
}
