import './key-cap.css'

const symbols: Readonly<Record<string, string>> = {
  shift: '⇧',
  ctrl: 'Ctrl',
  alt: 'Alt',
  escape: 'Esc',
  enter: '↵',
  space: 'Space',
  left: '←',
  right: '→',
  minus: '−',
  plus: '+',
  up: '↑',
  down: '↓',
  slash: '/',
  comma: ',',
  period: '.',
  backslash: '\\',
}

const capital = (key: string): string =>
  symbols[key] ??
  (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1))

/**
 * The keys as printed on a keyboard: `shift+d` gives ⇧ D. Of alternatives (`down, j`) it shows the
 * first.
 */
export function KeyCap({ keys }: { keys: string }) {
  const first = keys.split(',')[0]?.trim() ?? ''
  return (
    <span className="key-caps" aria-hidden="true">
      {first.split('+').map((key) => (
        <kbd className="key-cap" key={key}>
          {capital(key)}
        </kbd>
      ))}
    </span>
  )
}
