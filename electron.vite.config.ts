import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Targets are pinned to the lowest runtime the code must run on (Electron 33: Node 20.18, Chromium
// 130), not to the installed one.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      rolldownOptions: { input: { index: resolve('electron/main/index.ts') } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload can only be a single CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('renderer'),
    build: {
      target: 'chrome130',
      minify: true,
      rolldownOptions: { input: { index: resolve('renderer/index.html') } },
    },
    plugins: [react()],
  },
})
