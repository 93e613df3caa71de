/**
 * Prints JSON lines on stdout for whoever started the console: that it is ready, or why it never
 * will be. Only the first of these counts. Until then it also says in words what it is waiting for.
 */
export interface Announcer {
  waiting(text: string): void
  ready(facts: object): void
  failed(text: string): void
}

export function createAnnouncer(print: (line: string) => void): Announcer {
  let said = false
  let waitsFor = ''
  const once = (value: object) => {
    if (!said) print(JSON.stringify(value))
    said = true
  }
  return {
    waiting(text) {
      if (!said && text !== waitsFor) print(JSON.stringify({ waiting: text }))
      waitsFor = text
    },
    ready: (facts) => once({ ready: true, ...facts }),
    failed: (text) => once({ failed: text }),
  }
}
