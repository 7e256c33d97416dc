/** Tests of Futhark, which are comments above a function: `-- input { [1, 2] }`, `-- output { [3] }`. */
const TEST = /^-- ==[ \t]*$(?:\n--.*)*/gm;
const PART = /--[ \t]*(in|out)put[ \t]*\{[^{}]*\}/g;
const MARK = /--[ \t]*(?:\w+[ \t]*\{[ \t]*)?(\[)?|[[\]}]/g;
/** What the arguments of a layer are, in their usual order. */
const NAMES = ['x', 'w', 'b', 'd'];

/** The text with the values of its tests, each of which begins a line, as definitions at their places. */
export function withFutharkTests(text: string): string {
  return text.replace(TEST, (test) =>
    test.replace(PART, (part, kind: string) => {
      const names = kind === 'in' ? [...NAMES] : ['out'];
      let depth = 0;
      return part.replace(MARK, (mark: string, opens: string | undefined = '') => {
        const name = depth === 0 && mark.startsWith('-') && opens !== '' ? names.shift() : undefined;
        depth += mark.endsWith('[') ? 1 : mark === ']' ? -1 : 0;
        if (mark === '[' || mark === ']') return mark;
        return (name === undefined ? '' : `${name}=`).padEnd(mark.length - opens.length) + opens;
      });
    }),
  );
}
