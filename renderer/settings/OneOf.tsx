import { type ReactNode, useId } from 'react'

export interface OneOfProps<Choice extends string | number> {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
  readonly say: (choice: Choice) => ReactNode
}

/** A setting with its few values side by side. The arrow keys move between them. */
export function OneOf<Choice extends string | number>({
  label,
  choices,
  chosen,
  onChoose,
  say,
}: OneOfProps<Choice>) {
  const name = useId()
  return (
    <div className="one-of" role="radiogroup" aria-label={label}>
      <span className="one-of__label" aria-hidden="true">
        {label}
      </span>
      <div className="one-of__choices">
        {choices.map((choice) => (
          <label
            key={choice}
            className={choice === chosen ? 'one-of__choice one-of__choice--on' : 'one-of__choice'}
          >
            <input
              type="radio"
              name={name}
              checked={choice === chosen}
              onChange={() => onChoose(choice)}
            />
            <span>{say(choice)}</span>
          </label>
        ))}
      </div>
    </div>
  )
}
