export function ReplayBar() {
  return null
}
