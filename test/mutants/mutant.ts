/**
 * A mutant is the code with one safety rule switched off: a textual patch of one source file. Production code knows nothing of
 * it. That a test or the simulator fails with the patch, and passes without it, proves that the rule is guarded.
 */

/** What `test/sim/main.ts` is told. Seeds are tried in order until one fails. */
export interface SimOptions {
  /** At most so many seeds; default 20. */
  readonly seeds?: number
  /** The first of them; default 1. */
  readonly from?: number
  /** Simulated seconds under faults for each seed; default 10. */
  readonly seconds?: number
  readonly nodes?: number
  readonly shards?: number
  /** Kinds of faults; default: as each seed draws them. */
  readonly faults?: readonly string[]
  readonly workloads?: readonly string[]
}

/** At least one of them; what is named has to catch the mutant, each by itself. */
interface Catchers {
  readonly sim?: SimOptions
  /** Files of unit tests, relative to the project. */
  readonly tests?: readonly string[]
}

export interface Mutant {
  /** Unique, in kebab-case: what the mutant does wrong. */
  readonly name: string
  /** The rule that it breaks. */
  readonly rule: string
  readonly where: `src/${string}.ts`
  /** Exact source text that occurs once in the file. */
  readonly find: string
  readonly put: string
  readonly caughtBy: Catchers
}

/** Mutants of one subject, in the order in which they are run and documented. */
export interface MutantGroup {
  readonly title: string
  readonly mutants: readonly Mutant[]
}

/** The file's text with the mutant in it; undefined if the mutant is stale: its text does not occur exactly once. */
export function mutated({ find, put }: Mutant, source: string): string | undefined {
  const at = source.indexOf(find)
  if (at < 0 || source.includes(find, at + 1)) return undefined
  return source.slice(0, at) + put + source.slice(at + find.length)
}
