import { KeyCap } from './KeyCap'
import './choice.css'

export interface NumberedChoicesProps<Choice extends string | number> {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: Choice | null
  readonly onChoose: (choice: Choice) => void
  readonly say: (choice: Choice) => string
}

/** A few choices: a radio button for each, with the number that chooses it. */
export function NumberedChoices<Choice extends string | number>({
  name,
  choices,
  chosen,
  onChoose,
  say,
}: NumberedChoicesProps<Choice>) {
  return choices.map((choice, at) => (
    <label key={choice} className={choice === chosen ? 'choice choice--chosen' : 'choice'}>
      <input
        type="radio"
        name={name}
        checked={choice === chosen}
        onChange={() => onChoose(choice)}
      />
      <KeyCap keys={String(at + 1)} />
      <span>{say(choice)}</span>
    </label>
  ))
}
