/** What debuggers print around and between a value's numbers, taken away or written out so that a literal is left. */

/** Delve: `[2][2]float64 [[1,2],[3,4]]`, `[]int len: 2, cap: 2, [1,2]`. */
const GO_TYPE = /^(?:\[\d*\])+[\w.*]+ (?:len: \d+, cap: \d+, )?(?=\[)/;

/** gdb's pretty printers: `std::vector of length 2, capacity 2 = {1, 2}`. */
const LENGTH = /(?:(?<![\w:])[\w:]+ )?of length \d+(?:, capacity \d+)? = (?=\{)/g;

/** lldb: `([0] = 1, [1] = 2)`. */
const INDEX = /\[\d+\] = /g;

/** gdb: `{0 <repeats 16 times>, 1.5}`, `{{1, 2} <repeats 3 times>}`. */
const REPEATED = /((?<![-+\w.])[-+\w.]+|\{[^{}]*\}) <repeats (\d+) times>/g;

/** `most`: numbers of all repetitions; those beyond are left as they are, and then refused by the reader. */
export function printedValue(text: string, most: number): string {
  const plain = text.trim().replace(GO_TYPE, '').replace(LENGTH, '').replace(INDEX, '');
  const isList = plain.startsWith('(') && plain !== text.trim();
  const list = isList ? plain.replaceAll('(', '{').replaceAll(')', '}') : plain;
  let left = most;
  return list.replace(REPEATED, (whole, item: string, times: string) => {
    const count = Number(times) * item.split(',').length;
    if (count > left) return whole;
    left -= count;
    return new Array<string>(Number(times)).fill(item).join(', ');
  });
}
