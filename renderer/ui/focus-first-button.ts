/** As a ref: the first button inside has the focus once it is there. Give it a function that stays. */
export const focusFirstButton = (element: HTMLElement | null): void =>
  element?.querySelector('button')?.focus()
