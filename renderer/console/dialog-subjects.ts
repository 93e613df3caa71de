/**
 * What each kind of dialog is about. A feature adds its own beside the dialog:
 * `declare module '../console/dialog-subjects' { interface DialogSubjects { … } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features fill it.
export interface DialogSubjects {}

type Kind = keyof DialogSubjects

export type SomeDialog = {
  [One in Kind]: { readonly kind: One } & Readonly<DialogSubjects[One]>
}[Kind]

export type OpenDialog = SomeDialog | null
