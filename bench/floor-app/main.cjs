// The least that could put a word from a socket on a screen: a socket.io client in Electron's main process, one IPC
// message, one line of text, one frame. What the console takes beyond this is what the console costs.
const { app, BrowserWindow, ipcMain } = require('electron')
const { io } = require('socket.io-client')
const path = require('node:path')

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)
const url = process.argv.find((argument) => argument.startsWith('http'))

app.commandLine.appendSwitch('enable-unsafe-swiftshader')
ipcMain.on('painted', (_event, message) => say(message))

app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    backgroundColor: '#0a1119',
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      backgroundThrottling: false,
    },
  })
  await window.loadFile(path.join(__dirname, 'index.html'))
  if (!url) return
  const socket = io(url, { transports: ['websocket'] })
  socket.on('echo', (id) => window.webContents.send('echo', id))
  socket.on('connect', () => say({ connected: true }))
})
app.on('window-all-closed', () => app.quit())
