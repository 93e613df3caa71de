import type { Refusal } from '../lang/decision'
import { SaidError } from '../lang/said-error'
import { shownText } from '../text/shown-text'
import type {
  Answers,
  Bridge,
  ConsoleBridge,
  Pushes,
  PushName,
  RequestName,
  RequestOf,
  UnitId,
} from './contract'

/**
 * What the preload script puts on `window.navbatchi`: the bridge with its values as JSON text.
 * Between a preload and its page every object is copied member by member, which takes a second for
 * a room of 19,000 sites; one text takes a tenth of that. Values that are bytes stay bytes.
 */
export interface TextBridge {
  units(): Promise<string>
  onUnits(listener: (text: string) => void): () => void
  ask(unit: UnitId, name: RequestName, request: unknown): Promise<string | Uint8Array>
  on(name: PushName, listener: (unit: UnitId, text: string) => void): () => void
}

const controls = /(?![\n\t])\p{Cc}/gu

/**
 * Windows receive only text they may show: names in a journal may be older than the code that
 * cleans them on entry. The message is cleaned as one text, since only its strings can hold such
 * characters.
 */
function readShown(text: string): unknown {
  const shown = shownText(text)
  // Some control characters end a paragraph, and with it the isolation of a text: JSON writes them
  // as escapes.
  if (!shown.includes('\\u001')) return JSON.parse(shown)
  return JSON.parse(shown, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(controls, ' ') : value,
  )
}

const refusalSign = '!'

/** The main process's answer to a request that it could not carry out. */
export const refusalText = (said: Refusal): string => refusalSign + JSON.stringify(said)

function readAnswer(text: string): unknown {
  if (!text.startsWith(refusalSign)) return readShown(text)
  throw new SaidError(readShown(text.slice(refusalSign.length)) as Refusal)
}

export const openBridge = (text: TextBridge): ConsoleBridge => ({
  units: async () => readShown(await text.units()) as readonly UnitId[],
  onUnits: (listener) => text.onUnits((units) => listener(readShown(units) as readonly UnitId[])),
  unit: (unit) => ofUnit(text, unit),
})

/** Pushes of other units are not even parsed. */
const ofUnit = (text: TextBridge, unit: UnitId): Bridge => ({
  async ask<Name extends RequestName>(name: Name, request: RequestOf<Name>) {
    const answer = await text.ask(unit, name, request)
    return (typeof answer === 'string' ? readAnswer(answer) : answer) as Answers[Name]
  },
  on: <Name extends PushName>(name: Name, listener: (push: Pushes[Name]) => void) =>
    text.on(name, (of, push) => {
      if (of === unit) listener(readShown(push) as Pushes[Name])
    }),
})
