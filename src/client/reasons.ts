/** gRPC's texts for people: what matters of `14 UNAVAILABLE: No connection established. Last error: …`. */
export function plainReason(text: string): string {
  const [, lastError] = /Last error: (?:Error: )?(.*?)(?:\. Resolution note:.*)?$/s.exec(text) ?? []
  const reason = lastError ?? text.replace(/^\d+ [A-Z_]+: /, '')
  return reason.replace(/^connect ECONNREFUSED .*$/, 'connection refused').trim()
}
