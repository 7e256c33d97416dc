/** Brackets of MATLAB and Julia that join expressions: `[1:5; 6:10]`, `[zeros(1, 3); A]`, `[a b]`. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';

/** `text`: with its brackets. `lying`: vectors are rows, as in MATLAB. Undefined where a part is not certain. */
export function joinedParts(
  text: string,
  lying: boolean,
  evaluate: (part: string) => NdArray | undefined,
): NdArray | undefined {
  // Axes of Julia behind the second one.
  if (text.includes(';;')) return undefined;
  const rows = splitAt(text.slice(1, -1), /[;\n]/)
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const parts = splitAt(row, /[,\s]/).map((part) => {
        const value = evaluate(part);
        return value && asMatrix(value, lying);
      });
      return parts.every((part) => part !== undefined) ? nextToEachOther(parts) : undefined;
    });
  return rows.length > 0 && rows.every((row) => row !== undefined) ? belowEachOther(rows) : undefined;
}

/** Parts between separators outside of brackets; blanks around an operator do not separate. */
function splitAt(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if ('([{'.includes(text[at]!)) depth += 1;
    else if (')]}'.includes(text[at]!)) depth -= 1;
    if (depth > 0 || !separator.test(text[at]!)) continue;
    const isBlank = /[ \t]/.test(text[at]!);
    const [before, after] = [text.slice(start, at).trimEnd(), text.slice(at).trimStart()];
    if (isBlank && (/[-+*/:,]$/.test(before) || /^(?:[-+](?=\s)|\.?[*/:,])/.test(after))) continue;
    parts.push(before.trim());
    start = at + 1;
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== '');
}

function asMatrix({ shape, data }: NdArray, lying: boolean): NdArray | undefined {
  if (shape.length > 2) return undefined;
  if (shape.length === 2) return { shape, data };
  return { shape: lying ? [1, data.length] : [data.length, 1], data };
}

function nextToEachOther(parts: readonly NdArray[]): NdArray | undefined {
  const [height = 0] = parts[0]?.shape ?? [];
  if (parts.some(({ shape }) => shape[0] !== height)) return undefined;
  const rows = Array.from({ length: height }, (_, row) =>
    parts.flatMap(({ shape, data }) => Array.from(data.slice(row * shape[1]!, (row + 1) * shape[1]!))),
  );
  return { shape: [height, rows[0]?.length ?? 0], data: Float64Array.from(rows.flat()) };
}

function belowEachOther(rows: readonly NdArray[]): NdArray | undefined {
  const width = rows[0]!.shape[1]!;
  const result = {
    shape: [rows.reduce((sum, { shape }) => sum + shape[0]!, 0), width],
    data: Float64Array.from(rows.flatMap(({ data }) => Array.from(data))),
  };
  return rows.every(({ shape }) => shape[1] === width) && sizeOf(result.shape) === result.data.length
    ? result
    : undefined;
}
