/** How many characters the readers have looked at: what the tests bound, since a clock would not tell a slow machine from a loop. */

let characters = 0;

export function countWork(count: number): void {
  characters += count;
}

/** The characters counted since the last call. */
export function takeWork(): number {
  const taken = characters;
  characters = 0;
  return taken;
}
