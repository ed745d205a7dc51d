/**
 * Who makes events (04, "Actors"). Ordinary writes are events of one anonymous actor, the *store*; a client that edits
 * offline names itself. The store's actor is called after the shard's incarnation, so two histories of one shard never
 * share one, and no client can take its name, because names of clients do not begin with `@`.
 */
import { isWellFormedText } from './value.ts'

/** Greatest size of an actor's name in bytes of UTF-8. */
const ACTOR_BYTES_MAX = 64

const STORE_PREFIX = '@'

/** A node hosts thousands of shards, each with one incarnation; beyond this many the cache starts afresh. */
const CACHED_INCARNATIONS_MAX = 16_384

/** Incarnation → its store's actor: one string each, shared by all clocks. */
const storeActors = new Map<string, string>()

/** The actor of events made by the store itself in the history `incarnation`. */
export function storeActor(incarnation: string): string {
  const cached = storeActors.get(incarnation)
  if (cached !== undefined) return cached
  if (storeActors.size >= CACHED_INCARNATIONS_MAX) storeActors.clear()
  const actor = STORE_PREFIX + incarnation
  storeActors.set(incarnation, actor)
  return actor
}

/** Whether `actor` is the store of some incarnation. */
export function isStoreActor(actor: string): boolean {
  return actor.startsWith(STORE_PREFIX)
}

/** What is wrong with the name that a client gives itself, as a phrase; undefined when nothing is. */
export function actorProblem(actor: string): string | undefined {
  if (actor === '') return 'an offline edit must name its actor'
  if (isStoreActor(actor)) return `an actor's name must not begin with ${STORE_PREFIX}`
  if (!isWellFormedText(actor)) return "an actor's name must be well-formed Unicode"
  const bytes = Buffer.byteLength(actor, 'utf8')
  if (bytes > ACTOR_BYTES_MAX) {
    return `an actor's name has at most ${ACTOR_BYTES_MAX} bytes, this one has ${bytes}`
  }
  return undefined
}

/** Order of actor names by their bytes; decides between two versions whose dots have one counter. */
export function compareActors(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}
