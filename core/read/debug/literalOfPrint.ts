/** What debuggers print around and between a value's numbers, taken away or written out so that a literal is left. */

/** Delve: `[2][2]float64 [[1,2],[3,4]]`, `[]int len: 2, cap: 2, [1,2]`. */
const GO_TYPE = /^(?:\[\d*\])+[\w.*]+ (?:len: \d+, cap: \d+, )?(?=\[)/;

/** gdb's pretty printers: `std::vector of length 2, capacity 2 = {1, 2}`. */
const LENGTH = /(?:(?<![\w:])[\w:]+ )?of length \d+(?:, capacity \d+)? = (?=\{)/g;

/** gdb's other containers: `std::deque with 3 elements = {1, 2, 3}`. */
const CONTAINER = /std::\w+ with \d+ elements? = (?=\{)/g;

/** gdb's std::array, whose only member holds the numbers: `{_M_elems = {1, 2}}`. */
const MEMBER = '{_M_elems = ';

/** gdb's maps: `{["W1"] = {1, 2}}`. */
const KEY = /\["([\p{L}_][\p{L}\p{N}_]*)"\] = /gu;

/** gdb and lldb print a byte with its character: `65 'A'`, `1 '\001'`. */
const CHARACTER = /(?<=\d) '(?:\\[^']+|\\'|[^'\\])'/g;

/** gdb: `-nan(0x8000000000000)`. */
const NAN = /-?nan\(0x[0-9a-f]+\)/g;

/** lldb: `([0] = 1, [1] = 2)`. */
const INDEX = /\[\d+\] = /g;

/** gdb: `{0 <repeats 16 times>, 1.5}`, `{{1, 2} <repeats 3 times>}`. */
const REPEATED = /((?<![-+\w.])[-+\w.]+|\{[^{}]*\}) <repeats (\d+) times>/g;

/** Characters of a printed number with its separator. */
const LONGEST_NUMBER = 32;

/** `most`: numbers of all repetitions; those beyond are left as they are, and then refused by the reader. */
export function literalOfPrint(text: string, most: number): string {
  const numbers = text.trim().replace(GO_TYPE, '').replace(CHARACTER, '').replace(NAN, 'nan');
  const plain = withoutMember(
    numbers.replace(LENGTH, '').replace(CONTAINER, '').replace(INDEX, '').replace(KEY, '$1 = '),
  );
  const isList = plain.startsWith('(') && plain !== text.trim();
  const list = isList ? plain.replaceAll('(', '{').replaceAll(')', '}') : plain;
  let left = most;
  return list.replace(REPEATED, (whole, item: string, times: string) => {
    // A long item that is not a list of numbers counts by its length: its repetitions are bounded too.
    const count = Number(times) * Math.max(item.split(',').length, Math.ceil(item.length / LONGEST_NUMBER));
    if (count > left) return whole;
    left -= count;
    return new Array<string>(Number(times)).fill(item).join(', ');
  });
}

/** Whether a debugger has printed only a part of a value: `{1, 2...}`. */
export function isAbbreviated(text: string): boolean {
  return /\.\.\.\s*(?:[})]|$)/.test(text);
}

/** `{_M_elems = {1, 2}}` as `{1, 2}`, at every depth. */
function withoutMember(text: string): string {
  if (!text.includes(MEMBER)) return text;
  let plain = '';
  const dropped: boolean[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith(MEMBER, at)) {
      dropped.push(true);
      at += MEMBER.length - 1;
    } else if (text[at] === '}' && dropped.pop()) continue;
    else {
      if (text[at] === '{') dropped.push(false);
      plain += text[at];
    }
  }
  return plain;
}
