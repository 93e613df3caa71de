import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import type { DialogSubjects, SomeDialog } from '../console/dialog-subjects'
import { FeatureParts } from '../console/feature-parts'
import { DialogNote } from '../ui/Dialog'
import { KeyCap } from '../ui/KeyCap'
import { features } from './features'

type Kind = keyof DialogSubjects
type Drawn = { readonly [One in Kind]?: (about: DialogSubjects[One]) => ReactElement }

/** Of all features; a test holds that no kind is left out. */
export const dialogs: Drawn = Object.assign({}, ...features.map(({ dialogs = {} }) => dialogs))

/**
 * The dialog that is open, docked beside the card; its foot says how to go to a new alarm from it.
 */
export function Dialogs() {
  const { t } = useTranslation()
  const dialog = useConsole((data) => data.dialog)
  const live = useConsole((data) => data.mode === 'live')
  if (!dialog) return null
  const note = live ? (
    <>
      {t('app:new-alarm')} <KeyCap keys="ctrl+space" />
    </>
  ) : null
  return (
    <FeatureParts features={features}>
      <DialogNote value={note}>
        {/* A new subject is a new dialog: nothing typed for one incident may end up with another. */}
        <Fragment key={JSON.stringify(dialog)}>{draw(dialog)}</Fragment>
      </DialogNote>
    </FeatureParts>
  )
}

function draw<One extends Kind>(dialog: Extract<SomeDialog, { kind: One }>): ReactElement | null {
  const { kind, ...about } = dialog
  const drawn = dialogs[kind as One] as
    | ((about: Omit<Extract<SomeDialog, { kind: One }>, 'kind'>) => ReactElement)
    | undefined
  return drawn?.(about) ?? null
}
