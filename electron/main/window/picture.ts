import { writeFileSync } from 'node:fs'
import type { BrowserWindow } from 'electron'

/**
 * Time to wait after the first alarm is in the window, ms. Without a graphics card the map draws
 * its 19,000 sites in about half of this.
 */
const drawingTime = 4_000

export function createPhotographer(file: string | null, window: () => BrowserWindow | undefined) {
  let taken = false
  return {
    takeSoon(): void {
      if (file === null || taken) return
      taken = true
      setTimeout(() => void takePicture(file, window()), drawingTime)
    },
  }
}

async function takePicture(file: string, window: BrowserWindow | undefined): Promise<void> {
  if (!window) return
  const image = await window.webContents.capturePage()
  writeFileSync(file, image.toPNG())
  process.stdout.write(`${JSON.stringify({ screenshot: file })}\n`)
}
