/** What a command of a script answers instead of doing something; part of the expected output. */
export class DirectiveError extends Error {
  override readonly name = 'DirectiveError'
}
