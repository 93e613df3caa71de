const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('floor', {
  onEcho: (listener) => ipcRenderer.on('echo', (_event, id) => listener(id)),
  painted: (message) => ipcRenderer.send('painted', message),
})
