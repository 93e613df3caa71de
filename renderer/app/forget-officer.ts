import { type ConsoleStore, me } from '../console/console-store'

/**
 * What one officer looked at, typed and was told must not pass to the next: it is dropped when
 * somebody else signs in, and hidden until then. Returns the function that stops this.
 */
export function forgetWithOfficer(store: ConsoleStore): () => void {
  let officer = me(store.getState())?.id
  return store.subscribe((data, before) => {
    if (data.link === before.link) return
    const next = me(data)?.id
    if (next === undefined || next === officer) return
    const another = officer !== undefined
    officer = next
    if (another) store.setState({ selection: null, dialog: null, drafts: new Map(), notices: [] })
  })
}
