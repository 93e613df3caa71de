import { type Refusal, sentence } from '../../shared/lang/decision'
import { bundleRefusal } from '../../shared/triage/decide'
import type { Bundle } from '../../shared/triage/ledger'
import type { Action } from '../console/action'
import type { ConsoleData, Selection } from '../console/console-store'
import { dialogAction } from '../console/dialog-action'
import { selectOnly } from '../console/selection'
import { commandRefusal } from '../console/send-command'
import { standingRows } from './ledger'

const noneSelected = sentence('no-bundle-selected', 'Select a row of the ledger first')

/** The selected row, or the one the selected alarm is bundled in. */
function bundleAbout({ room }: ConsoleData, about: Selection): Bundle | undefined {
  if (about?.kind === 'bundle') return room.bundles.get(about.bundleId)
  return about?.kind === 'alarm'
    ? room.bundles.get(room.alarms.get(about.alarmId)?.bundleId ?? '')
    : undefined
}

/** A selected alarm stands for itself: keys that act on a whole row need the row selected. */
const rowAbout = (data: ConsoleData, about: Selection): Bundle | undefined =>
  about?.kind === 'bundle' ? bundleAbout(data, about) : undefined

const rowRefusal = (data: ConsoleData, about: Selection): Refusal | null =>
  about?.kind === 'bundle' ? bundleRefusal(rowAbout(data, about)) : noneSelected

/** Goes to the next ledger row, and from the last to the first. */
export const nextBundleAction: Action = {
  id: 'next-bundle',
  keys: 'g',
  group: 'ledger',
  repeats: true,
  refusal: ({ room }) =>
    standingRows(room.bundles).length > 0
      ? null
      : sentence('nothing-bundled', 'Nothing is bundled'),
  perform({ data: { room, selection }, ports }) {
    const rows = standingRows(room.bundles)
    const at =
      selection?.kind === 'bundle' ? rows.findIndex(({ id }) => id === selection.bundleId) : -1
    const next = rows[(at + 1) % rows.length]
    if (next) selectOnly(ports.store, { kind: 'bundle', bundleId: next.id })
  },
}

export const lookInsideAction = dialogAction({
  id: 'look-inside',
  keys: 'i',
  group: 'ledger',
  refusal: (data, about) => (bundleAbout(data, about) ? null : noneSelected),
  dialog(data, about) {
    const bundle = bundleAbout(data, about)
    return bundle ? { kind: 'bundle', bundleId: bundle.id } : null
  },
})

export const unbundleAction: Action = {
  id: 'unbundle',
  keys: 'u',
  group: 'ledger',
  refusal: (data, about) => commandRefusal(data, 'unbundle') ?? rowRefusal(data, about),
  async perform({ data, send }, about) {
    const bundle = rowAbout(data, about)
    if (bundle) await send({ type: 'unbundle', bundleId: bundle.id })
  },
}

export const closeBundleAction = dialogAction({
  id: 'close-bundle',
  keys: 'shift+c',
  group: 'ledger',
  refusal: (data, about) => commandRefusal(data, 'close-bundle') ?? rowRefusal(data, about),
  dialog(data, about) {
    const bundle = rowAbout(data, about)
    return bundle ? { kind: 'close-bundle', bundleId: bundle.id } : null
  },
})
