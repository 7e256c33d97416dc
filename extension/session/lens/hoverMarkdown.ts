/** The hover of an array: its picture, name, shape, type and numbers, and links to commands. */
import { formatShape } from '../../../core/array/NdArray';
import { msg, type Message } from '../../../core/message';
import type { ParsedArray, TextRange } from '../../../core/read/ParseResult';
import { statisticsOf } from '../../../core/inspect/statistics';
import { drawThumbnail } from '../../../core/thumbnail/drawThumbnail';
import { pngDataUri } from './pngDataUri';

export interface HoverLook {
  readonly colorMap: string;
  readonly dark: boolean;
  readonly translate: (message: Message) => string;
}

export interface HoverLink {
  readonly command: string;
  readonly uri: string;
  readonly segment: TextRange;
}

/** Characters; VS Code cuts hovers at 100,000 and then shows the image's code. */
export const longestMarkdown = 60_000;
const longestImage = 55_000;
const sides = [240, 160, 110, 75, 50];

export function hoverMarkdown(array: ParsedArray, { command, uri, segment }: HoverLink, look: HoverLook): string {
  const { translate } = look;
  const image = thumbnailOf(array, look);
  const link = (title: Message, purpose: string) =>
    `[${translate(title)}](command:${command}?${encodeURIComponent(JSON.stringify([uri, ...segment, purpose]))})`;
  return [
    ...(image === undefined ? [] : [`![${translate(msg('heatmap'))}](${image})`]),
    headline(array),
    ...facts(array).map(translate),
    `${link(msg('Step through'), 'any')}, ${link(msg('Inspect'), 'inspect')}`,
  ].join('\n\n');
}

function headline({ name, array, dtype }: ParsedArray): string {
  const type = dtype ?? (array.data instanceof Float32Array ? 'float32' : 'float64');
  const shape = `${escapeMarkdown(formatShape(array.shape))} ${type}`;
  return name === undefined ? shape : `**${escapeMarkdown(name.slice(0, 100))}** ${shape}`;
}

function facts({ array }: ParsedArray): Message[] {
  const { min, max, mean, finite, nans, infinities } = statisticsOf(array.data);
  // What is left of numbers that cancel each other is rounding.
  const rounding = Math.max(Math.abs(min), Math.abs(max)) * 1e-13;
  const center = Math.abs(mean) < rounding ? 0 : mean;
  const range = finite > 0 ? [msg('from {0} to {1}, mean {2}', short(min), short(max), short(center))] : [];
  return [...range, msg('NaN {0}, infinite {1}', nans, infinities)];
}

/** A thumbnail as large as the hover's length allows. */
function thumbnailOf({ array }: ParsedArray, look: HoverLook): string | undefined {
  for (const side of sides) {
    const thumbnail = drawThumbnail(array, { ...look, side });
    if (!thumbnail) return undefined;
    const image = pngDataUri(thumbnail);
    if (image.length <= longestImage) return image;
  }
  return undefined;
}

/** Six significant digits, with a true minus sign. */
function short(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~$&]/g, '\\$&').replace(/\s+/g, ' ');
}
