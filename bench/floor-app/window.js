// After the next frame was handed to the compositor: the same moment the console marks.
const afterPaint = (call) =>
  requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = call
    channel.port2.postMessage(null)
  })
const now = () => performance.timeOrigin + performance.now()

afterPaint(() => window.floor.painted({ first: now() }))
window.floor.onEcho((id) => {
  document.getElementById('line').textContent = String(id)
  afterPaint(() => window.floor.painted({ id, at: now() }))
})
