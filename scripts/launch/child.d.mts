export interface Child {
  readonly pid: number | undefined
  readonly ended: Promise<number>
  stop(patienceMs: number): Promise<void>
}
export interface ChildOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly onOut?: (bytes: Uint8Array) => void
  readonly onErr?: (bytes: Uint8Array) => void
}
export function startChild(command: string, args: readonly string[], options: ChildOptions): Child
export function byLine(onLine: (line: string) => void): (bytes: Uint8Array) => void
