/** How wide a text is drawn, in CSS pixels, measured once for each text and font. */

const known = new Map<string, number>();

/** Beyond this many texts the measured ones are forgotten. */
const most = 2000;

let context: CanvasRenderingContext2D | null | undefined;

/** `font` as in CSS: `600 12px monospace`. */
export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = font;
  const { width } = context.measureText(text);
  if (known.size >= most) known.clear();
  known.set(key, width);
  return width;
}
