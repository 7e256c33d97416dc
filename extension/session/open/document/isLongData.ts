/** Whether a text is one long array or table: it is read whole, on a worker, and not searched for code before. */

/** A shorter text is searched in a few milliseconds. */
const longText = 200_000;
const samples = 20;
const sampleLength = 500;
/** Letters of numbers, such as `1e-5`, `nan` and `0x1f`, are few among the digits. */
const leastNumbers = 0.8;

/** Looks at samples of equal distance: each of them must consist of numbers with their separators and brackets. */
export function isLongData(text: string): boolean {
  if (text.length <= longText) return false;
  const distance = (text.length - sampleLength) / (samples - 1);
  return Array.from({ length: samples }, (_, k) => Math.floor(k * distance)).every((at) =>
    isNumbers(text.slice(at, at + sampleLength)),
  );
}

function isNumbers(sample: string): boolean {
  return sample.replace(/[^\d.,;+\-\s[\](){}|&]/g, '').length >= leastNumbers * sample.length && /\d/.test(sample);
}
