/**
 * Two tablets, one shopping list, one stock count. Both take the list along, lose their connection, and edit it; each
 * brings its edits back later in one atomic commit. What does not collide is merged. What does is refused as a whole,
 * explained, and settled by a person.
 *
 *   npm start                                                     # in one terminal
 *   npx tsx examples/offline-shopping-list.ts 127.0.0.1:7401      # in another
 */
import {
  describeConflict,
  isConflict,
  OfflineSession,
  RingKv,
  type RingKvClient,
} from '../src/client/index.ts'

const LIST = 'shopping:list'
const STOCK = 'shopping:stock:oats'

export type Connect = (actor: string) => Promise<RingKvClient>

/** The whole story. `connect` gives a connection in the name of a device; `say` is told what happens. */
export async function tellStory(connect: Connect, say: (line: string) => void): Promise<void> {
  const home = await connect('home')
  await home.put(LIST, ['milk', 'eggs', 'bread'])
  await home.put(STOCK, 10n)
  say('at home      list: milk, eggs, bread      stock of oats: 10')

  // Both take along what they need. From here on neither needs a connection.
  const kitchen = new OfflineSession({ actor: 'tablet-kitchen' })
  const hall = new OfflineSession({ actor: 'tablet-hall' })
  const [kitchenLine, hallLine] = [await connect(kitchen.actor), await connect(hall.actor)]
  await kitchen.fetch(kitchenLine, [LIST, STOCK])
  await hall.fetch(hallLine, [LIST, STOCK])

  say('')
  say('The connection is lost.')
  kitchen.listRemove(LIST, ['milk'])
  kitchen.listAppend(LIST, ['flour'])
  kitchen.increment(STOCK, -2n)
  say(`  kitchen    list: ${shown(kitchen)}   takes 2 oats: ${String(kitchen.get(STOCK))}`)
  hall.listPrepend(LIST, ['candles'])
  hall.increment(STOCK, 6n)
  say(`  hall       list: ${shown(hall)}   puts 6 oats in: ${String(hall.get(STOCK))}`)

  // The tablet is switched off and on again: all that counts is in the exported text.
  const afterRestart = OfflineSession.import(kitchen.export())

  say('')
  say('The connection is back.')
  await commit('kitchen', afterRestart, kitchenLine, say)
  await commit('hall', hall, hallLine, say)

  say('')
  say('Offline once more, and this time both change the same element.')
  await afterRestart.fetch(kitchenLine, [LIST, STOCK])
  afterRestart.put(LIST, changed(afterRestart, 'eggs', 'six eggs'))
  afterRestart.increment(STOCK, 1n)
  hall.put(LIST, changed(hall, 'eggs', 'a dozen eggs'))
  hall.increment(STOCK, 2n)
  await commit('kitchen', afterRestart, kitchenLine, say)
  await commit('hall', hall, hallLine, say)

  say('')
  say('Nothing of it was written. Whoever holds the tablet looks at both, and decides:')
  await hall.takeTheirs(hallLine, [LIST])
  hall.put(LIST, changed(hall, 'six eggs', 'ten eggs'))
  await commit('hall', hall, hallLine, say)
}

async function commit(
  name: string,
  session: OfflineSession,
  kv: RingKvClient,
  say: (line: string) => void,
): Promise<void> {
  try {
    const results = await session.commit(kv)
    const outcomes = results.map(({ key, outcome }) => `${key} ${String(outcome)}`)
    say(`  ${name.padEnd(10)} ${outcomes.join(', ')}`)
    say(`             list: ${shown(session)}      stock of oats: ${String(session.get(STOCK))}`)
  } catch (error) {
    if (!isConflict(error)) throw error
    say(`  ${name.padEnd(10)} refused: ${error.message}`)
    for (const conflict of error.details!.conflicts) {
      for (const line of describeConflict(conflict).split('\n')) say(`    ${line}`)
    }
  }
}

function listOf(session: OfflineSession): readonly string[] {
  return (session.get(LIST) ?? []) as readonly string[]
}

function shown(session: OfflineSession): string {
  return listOf(session).join(', ')
}

/** The list with one element in place of another. */
function changed(session: OfflineSession, from: string, to: string): string[] {
  return listOf(session).map((element) => (element === from ? to : element))
}

async function main(addresses: readonly string[]): Promise<void> {
  const connections: RingKvClient[] = []
  try {
    await tellStory(
      async (actor) => {
        const connection = await RingKv.connect(addresses, { actor })
        connections.push(connection)
        return connection
      },
      (line) => console.log(line),
    )
  } finally {
    await Promise.all(connections.map((connection) => connection.close()))
  }
}

if (import.meta.filename === process.argv[1]) {
  const given = process.argv.slice(2)
  void main(given.length > 0 ? given : ['127.0.0.1:7401', '127.0.0.1:7402', '127.0.0.1:7403'])
}
