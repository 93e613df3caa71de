/**
 * Tells whoever started the console, by lines of JSON on stdout, that it is ready (or why it never
 * will be): the first word counts.
 */
export interface Announcer {
  ready(facts: object): void
  failed(text: string): void
}

export function createAnnouncer(print: (line: string) => void): Announcer {
  let said = false
  const once = (value: object) => {
    if (!said) print(JSON.stringify(value))
    said = true
  }
  return {
    ready: (facts) => once({ ready: true, ...facts }),
    failed: (text) => once({ failed: text }),
  }
}
