/** Completion scripts, made from the commands themselves: command names, sub-commands, flags. */
import { Argument, type Command } from 'commander'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

export function addCompletionCommand(program: Command, write: (text: string) => void): void {
  program
    .command('completion')
    .description('print a completion script')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText(
      'after',
      `
Examples:
  source <(kvctl completion bash)
  source <(kvctl completion zsh)
  kvctl completion fish > ~/.config/fish/completions/kvctl.fish`,
    )
    .action((shell: Shell) => write(completionScript(program, shell)))
}

/** Words that may follow each command path (`''` = kvctl itself). */
export function completionWords(program: Command): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>()
  const global = flagsOf(program)
  const visit = (command: Command, path: string): void => {
    const names = command.commands.map((child) => child.name())
    words.set(path, [...names, ...(command === program ? [] : flagsOf(command)), ...global])
    for (const child of command.commands) visit(child, `${path} ${child.name()}`.trim())
  }
  visit(program, '')
  return words
}

function flagsOf(command: Command): string[] {
  return command.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : []))
}

function completionScript(program: Command, shell: Shell): string {
  const words = completionWords(program)
  switch (shell) {
    case 'bash':
      return bashScript(words)
    case 'zsh':
      return `autoload -U +X bashcompinit && bashcompinit\n${bashScript(words)}`
    case 'fish':
      return fishScript(words)
  }
}

function bashScript(words: ReadonlyMap<string, readonly string[]>): string {
  const cases = [...words].map(
    ([path, following]) => `    "${path}") words="${following.join(' ')}" ;;`,
  )
  return `_kvctl() {
  local path="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) path="\${path:+$path }$word" ;; esac
    [ "$(printf '%s' "$path" | wc -w)" -ge 2 ] && break
  done
  case "$path" in
${cases.join('\n')}
    *) case "\${path%% *}" in
${[...words]
  .filter(([path]) => path !== '' && !path.includes(' '))
  .map(([path, following]) => `      "${path}") words="${following.join(' ')}" ;;`)
  .join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _kvctl kvctl
`
}

function fishScript(words: ReadonlyMap<string, readonly string[]>): string {
  const lines: string[] = []
  for (const [path, following] of words) {
    const condition = path === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${path}`
    const parts = path.split(' ').filter(Boolean)
    const test =
      parts.length < 2
        ? condition
        : parts.map((part) => `__fish_seen_subcommand_from ${part}`).join('; and ')
    const names = following.filter((word) => !word.startsWith('-'))
    if (names.length > 0) {
      lines.push(`complete -c kvctl -f -n '${test}' -a '${names.join(' ')}'`)
    }
    for (const flag of following.filter((word) => word.startsWith('--'))) {
      lines.push(`complete -c kvctl -n '${test}' -l ${flag.slice(2)}`)
    }
  }
  return `${lines.join('\n')}\n`
}
