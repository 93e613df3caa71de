import type { OpenLine } from './beacon'

/**
 * A line on a serial port of this machine. The driver is loaded only when needed, because most
 * desks have no relay.
 */
export const serialLine =
  (path: string, baudRate: number): OpenLine =>
  async () => {
    const { SerialPort } = await import('serialport')
    const port = new SerialPort({ path, baudRate, autoOpen: false })
    // Callbacks receive the errors. Without a listener the event would end the process.
    port.on('error', () => {})
    await done((callback) => port.open(callback))
    // The device sends nothing, but only reading shows that it was unplugged.
    port.resume()
    return {
      async write(bytes) {
        await done((callback) => port.write(Buffer.from(bytes), undefined, callback))
        await done((callback) => port.drain(callback))
      },
      onGone(listener) {
        port.on('close', (reason: Error | null) =>
          listener(reason?.message ?? 'the port was closed'),
        )
      },
      close: () => (port.isOpen ? done((callback) => port.close(callback)) : Promise.resolve()),
    }
  }

const done = (call: (callback: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())))
