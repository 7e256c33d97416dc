/** Numbers as text that reads back to the same value. */

/** The shortest decimal digits that give `value` again, as a double or as a float32; −0 keeps its sign. */
export function shortest(value: number, single = false): string {
  if (Object.is(value, -0)) return '-0';
  if (!single) return String(value);
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}
