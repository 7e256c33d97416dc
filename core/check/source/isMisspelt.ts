/** Names that differ by a slip of the keyboard: `horiz_strat` for `horiz_start`. */
import { isTwin } from './twins';

/** Shorter names differ by one character on purpose. */
const SHORTEST = 4;
/** From this length on two characters may differ. */
const LONG = 7;

/** Names of rows and columns are not misspelt. */
export function isMisspelt(name: string, other: string): boolean {
  if (Math.min(name.length, other.length) < SHORTEST || isTwin(name, other)) return false;
  return slips(name, other) <= (name.length < LONG ? 1 : 2);
}

/** Characters that are missing, surplus, wrong or exchanged with the next one: the optimal string alignment distance. */
function slips(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const before = rows[i - 1]!;
      const fewest = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (isSame ? 0 : 1));
      row.push(isExchanged ? Math.min(fewest, rows[i - 2]![j - 2]! + 1) : fewest);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
