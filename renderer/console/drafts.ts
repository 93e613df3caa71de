import { useState } from 'react'
import { useConsole, usePorts } from './console-context'
import type { ConsoleStore, Drafts } from './console-store'
import type { SomeDialog } from './dialog-subjects'

/** Drafts kept; the one left longest ago makes room. */
const keptDrafts = 20

const keyOf = (dialog: SomeDialog): string => JSON.stringify(dialog)

/**
 * Keeps what stands in a field of a dialog; a dialog whose fields are all empty again has no draft.
 */
function keepDraft(
  drafts: Drafts,
  dialog: SomeDialog,
  fields: Readonly<Record<string, string>>,
): Drafts {
  const others = [...drafts].filter(([key]) => key !== keyOf(dialog)).slice(1 - keptDrafts)
  const typed = Object.values(fields).some((text) => text.trim() !== '')
  return new Map(typed ? [...others, [keyOf(dialog), { dialog, fields }]] : others)
}

export const dropDraft = (store: ConsoleStore, dialog: SomeDialog): void =>
  store.setState(({ drafts }) => ({ drafts: keepDraft(drafts, dialog, {}) }))

/**
 * One field of the open dialog, kept when the dialog is left without sending: whoever goes to a new
 * alarm in the middle of a sentence finds it again.
 */
export function useDraft<Text extends string>(
  field: string,
): readonly [Text | '', (text: Text) => void] {
  const { store } = usePorts()
  const [dialog] = useState(() => store.getState().dialog)
  const text = useConsole(({ drafts }) =>
    dialog ? (drafts.get(keyOf(dialog))?.fields[field] ?? '') : '',
  )
  const change = (next: Text) => {
    if (!dialog) return
    store.setState(({ drafts }) => {
      const before = drafts.get(keyOf(dialog))?.fields
      return { drafts: keepDraft(drafts, dialog, { ...before, [field]: next }) }
    })
  }
  // Only `change` writes the field.
  return [text as Text | '', change]
}
