import { useState } from 'react'
import { useConsole, usePorts } from './console-context'
import type { ConsoleStore, Draft, Drafts } from './console-store'
import type { SomeDialog } from './dialog-subjects'

/** Drafts kept; the one left longest ago makes room. */
const keptDrafts = 20

type Fields = Draft['fields']

const keyOf = (dialog: SomeDialog): string => JSON.stringify(dialog)

/**
 * Keeps the contents of a dialog's fields. A dialog whose fields are all as they began has no
 * draft.
 */
function keepDraft(drafts: Drafts, dialog: SomeDialog, fields: Fields): Drafts {
  const others = [...drafts].filter(([key]) => key !== keyOf(dialog)).slice(1 - keptDrafts)
  const changed = Object.keys(fields).length > 0
  return new Map(changed ? [...others, [keyOf(dialog), { dialog, fields }]] : others)
}

export const dropDraft = (store: ConsoleStore, dialog: SomeDialog): void =>
  putDraft(store, dialog, {})

/** Fills the fields of a dialog before it is opened. */
export const putDraft = (store: ConsoleStore, dialog: SomeDialog, fields: Fields): void =>
  store.setState(({ drafts }) => ({ drafts: keepDraft(drafts, dialog, fields) }))

/** A field with its initial content is not part of a draft. */
const withField = (fields: Fields, field: string, next: string, begun: string): Fields => {
  const { [field]: _, ...others } = fields
  return next === begun || (begun === '' && next.trim() === '')
    ? others
    : { ...others, [field]: next }
}

const noFields: Fields = {}

/**
 * All fields of the open dialog, kept when it is left without sending: an officer who goes to a new
 * alarm in mid-sentence finds the sentence again. `begun` is the field's initial content.
 */
export function useDraftFields(): readonly [
  Fields,
  (field: string, next: string, begun?: string) => void,
] {
  const { store } = usePorts()
  const [dialog] = useState(() => store.getState().dialog)
  const fields = useConsole(({ drafts }) =>
    dialog ? (drafts.get(keyOf(dialog))?.fields ?? noFields) : noFields,
  )
  const change = (field: string, next: string, begun = '') => {
    if (!dialog) return
    store.setState(({ drafts }) => {
      const before = drafts.get(keyOf(dialog))?.fields ?? noFields
      return { drafts: keepDraft(drafts, dialog, withField(before, field, next, begun)) }
    })
  }
  return [fields, change]
}

/** Like useDraftFields, for one field. */
export function useDraft<Text extends string>(
  field: string,
  begun: Text | '' = '',
): readonly [Text | '', (text: Text) => void] {
  const [fields, change] = useDraftFields()
  // Only `change` writes the field.
  return [(fields[field] ?? begun) as Text | '', (next) => change(field, next, begun)]
}

/** Fills one field of the dialog that is open, from elsewhere on the screen. */
export function fillField(store: ConsoleStore, field: string, next: string): void {
  const { dialog, drafts } = store.getState()
  if (!dialog) return
  putDraft(store, dialog, { ...drafts.get(keyOf(dialog))?.fields, [field]: next })
}
