import type { Answers, Bridge, Pushes, PushName, RequestName, RequestOf } from './contract'

/**
 * What the preload script puts on `window.navbatchi`: the bridge with its values as JSON text. Between a preload and
 * its page every object is copied member by member, which takes a second for a room of 19,000 sites; one text takes a
 * tenth of that.
 */
export interface TextBridge {
  ask(name: RequestName, request: unknown): Promise<string>
  on(name: PushName, listener: (text: string) => void): () => void
}

/** The bridge in the types of the contract. */
export const openBridge = (text: TextBridge): Bridge => ({
  ask: async <Name extends RequestName>(name: Name, request: RequestOf<Name>) =>
    JSON.parse(await text.ask(name, request)) as Answers[Name],
  on: <Name extends PushName>(name: Name, listener: (push: Pushes[Name]) => void) =>
    text.on(name, (push) => listener(JSON.parse(push) as Pushes[Name])),
})
