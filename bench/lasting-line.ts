import { connectPanelLine, type PanelLine } from '../scripts/simulate/panel-line'

/**
 * A panel's line that reconnects when it is lost. Frames without a reply are counted and end
 * nothing.
 */
export interface LastingLine {
  /** Resolves with true on a reply, or with false when there was none. */
  send(frame: Uint8Array): Promise<boolean>
  lost(): number
  close(): void
}

export function createLastingLine(port: number): LastingLine {
  let line: Promise<PanelLine> | null = null
  let lost = 0
  const dial = () => {
    line ??= connectPanelLine({ host: '127.0.0.1', port })
    return line
  }
  return {
    async send(frame) {
      try {
        await (await dial()).send(frame)
        return true
      } catch {
        lost += 1
        void line?.then((broken) => broken.close()).catch(() => {})
        line = null
        return false
      }
    },
    lost: () => lost,
    close: () => void line?.then((open) => open.close()).catch(() => {}),
  }
}
