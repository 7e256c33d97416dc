/** Channels of an image that a text writes next to each other, in the same rows. */
import { LensError, msg } from '../../../../../core/message';
import { isText } from '../../document/pieces';
import type { Guess } from './Guess';

/** `5 x 5`, not a part of `5 x 5 x 3`. */
const SIZE = /(?<![\dx×] ?)(\d+) ?(?:[x×*]|by) ?(\d+)(?! ?[x×*\d])/g;
const NUMBERS: Readonly<Record<string, string>> = { two: '2', three: '3', four: '4' };
const CHANNELS =
  /(?<!\d)(\d|two|three|four)[- ]?(?:input |colou?r )?(?:channels?\b|canaux|canales|kan\u00e4le|\u4e2a?\u901a\u9053|\s*\u30c1\u30e3(?:\u30f3)?\u30cd\u30eb)/gi;

/** The reason for a matrix with the rows of the stated size, and as many columns as all its stated channels have together. */
export function channelsInRows({ source, parsed }: Guess): LensError | undefined {
  if (!isText(source.languageId)) return undefined;
  for (const { text } of source.segments) {
    const counts = [...text.matchAll(CHANNELS)].map(([, count = '']) => Number(NUMBERS[count.toLowerCase()] ?? count));
    for (const [, rows, cols] of text.matchAll(SIZE)) {
      const size = [Number(rows), Number(cols)] as const;
      for (const { array, range } of parsed.arrays) {
        const channels = array.shape[1]! / size[1];
        if (array.shape.length !== 2 || array.shape[0] !== size[0] || channels < 2 || !counts.includes(channels))
          continue;
        const message = msg(
          '{0} channels of {1} are in the same rows: write a matrix for each channel',
          channels,
          size.join(' × '),
        );
        return new LensError(message, 'input', range);
      }
    }
  }
  return undefined;
}
