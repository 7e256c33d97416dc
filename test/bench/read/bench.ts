/** Reading speed: text as a ratio to JSON.parse of the same numbers, .npy as a ratio to reading the file's bytes. Processor time. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseArrays } from '../../../core/read/parseArrays';
import { readNpy } from '../../../core/read/files/readNpy';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const ROWS = 1000;
const COLS = 1000;
const ROUNDS = 11;
const FILE_BYTES = 64 * 2 ** 20;

export function section(): Promise<string> {
  return Promise.resolve(['## Reading', textTable(), npyTable()].join('\n\n'));
}

interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

interface Timing {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function textTable(): string {
  const exact = matrix(normal);
  const short = exact.map((row) => row.map((value) => Number(value.toFixed(8))));
  const rows = [
    textRow('NumPy print, 8 decimals, no language named', printed(short), undefined, JSON.stringify(short)),
    textRow('Python literal, 8 decimals', literal(short), 'python', JSON.stringify(short)),
    textRow('Python literal, 16–17 digits', literal(exact), 'python', JSON.stringify(exact)),
    textRow('C initializer, 8 decimals with `f`', initializer(short), 'cpp', JSON.stringify(short)),
    textRow('CSV, 8 decimals', short.join('\n'), 'csv', JSON.stringify(short)),
  ];
  return [
    `Text of ${ROWS * COLS} numbers, with the place of every number, against \`JSON.parse\` of the same numbers (aim: at most 3); processor time, each after a collection of garbage:`,
    '',
    '| text | parseArrays ms (quartiles) | JSON.parse ms (quartiles) | ratio |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function textRow(name: string, text: string, languageId: string | undefined, json: string): string {
  const read = (): number =>
    parseArrays(text, languageId === undefined ? {} : { languageId }).arrays[0]?.array.data.length ?? 0;
  if (read() !== ROWS * COLS) throw new Error(`${name}: not every number was read`);
  const [ours, peer] = sideBySide([
    { name: 'parseArrays', run: read },
    { name: 'JSON.parse', run: () => JSON.parse(json) as unknown },
  ]);
  return `| ${name} | ${shown(ours!)} | ${shown(peer!)} | ${(ours!.median / peer!.median).toFixed(2)} |`;
}

function npyTable(): string {
  const folder = mkdtempSync(join(tmpdir(), 'layer-lens-bench-'));
  try {
    const rows = ['<f8', '<f4', '>f8', '<i4', '<i8', '|u1'].flatMap((descr) => npyRow(folder, descr));
    return [
      `.npy of ${FILE_BYTES / 2 ** 20} MB: reading the file and its array as a worker does, against reading the file (aim: at most 1.5), and against reading a \`<f8\` file of as many numbers. Integers of fewer than 8 bytes miss the aim: they become float64, so that their array is 2 to 8 times as large as the file (docs/decisions/0015-integers.md). *Floor*: reading the file and \`new Float64Array(count).fill(1)\`, which converts nothing. *Pages*: one number a page of a new \`Float64Array\` and no file, which is what the system takes for the memory. Processor time, each after a collection, so that all pay for their memory:`,
      '',
      '| element type | file and array ms (quartiles) | file ms (quartiles) | ratio | `<f8` file ms | ratio | floor ms | ratio to it | pages ms |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function npyRow(folder: string, descr: string): string {
  const path = join(folder, 'array.npy');
  const count = FILE_BYTES / Number(descr.slice(2));
  writeFileSync(path, npyFile(descr, count));
  const floats = join(folder, 'floats.npy');
  writeFileSync(floats, npyFile('<f8', count));
  const [ours, peer, float, floor, pages] = sideBySide([
    { name: 'readNpy', run: () => readNpy(readFileSync(path), { overwrite: true }) },
    { name: 'bytes', run: () => readFileSync(path) },
    { name: 'floats', run: () => readNpy(readFileSync(floats), { overwrite: true }) },
    { name: 'floor', run: () => [readFileSync(path), new Float64Array(count).fill(1)] },
    { name: 'pages', run: () => touched(new Float64Array(count)) },
  ]);
  const ratio = (other: Timing | undefined) => (ours!.median / other!.median).toFixed(2);
  const least = isGrown(descr) ? `${shown(floor!)} | ${ratio(floor)} | ${shown(pages!)}` : '– | – | –';
  return `| \`${descr}\` | ${shown(ours!)} | ${shown(peer!)} | ${ratio(peer)} | ${shown(float!)} | ${ratio(float)} | ${least} |`;
}

/** Whether the array is larger than its file. */
function isGrown(descr: string): boolean {
  return /[iu][124]$/.test(descr);
}

/** Numbers of a page of 4 kB. */
const PAGE = 512;

function touched(values: Float64Array): Float64Array {
  for (let k = 0; k < values.length; k += PAGE) values[k] = 1;
  return values;
}

function npyFile(descr: string, count: number): Uint8Array {
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${count},), }`;
  const header = dictionary.padEnd(117) + '\n';
  const bytes = new Uint8Array(10 + header.length + count * Number(descr.slice(2)));
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  bytes.set(
    [...header].map((character) => character.charCodeAt(0)),
    10,
  );
  for (let at = 10 + header.length; at < bytes.length; at++) bytes[at] = (at * 37) & 63;
  return bytes;
}

/** Processor times: every contender once a round, so that changes of the machine's load affect all of them; the first two rounds warm up. */
function sideBySide(contenders: readonly Contender[]): Timing[] {
  const times = contenders.map((): number[] => []);
  for (let round = -2; round < ROUNDS; round++) {
    contenders.forEach(({ run }, index) => {
      collectGarbage();
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times[index]!.push((user + system) / 1000);
    });
  }
  return times.map((all) => {
    const sorted = all.sort((a, b) => a - b);
    const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))]!;
    return { median: at(0.5), low: at(0.25), high: at(0.75) };
  });
}

function shown({ median, low, high }: Timing): string {
  return `${median.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
}

/** The sum of six uniform numbers, centred; a fixed sequence. */
function normal(): number {
  let sum = -3;
  for (let k = 0; k < 6; k++) sum += uniform();
  return sum;
}

let seed = 12345;

function uniform(): number {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
}

function matrix(draw: () => number): number[][] {
  return Array.from({ length: ROWS }, () => Array.from({ length: COLS }, draw));
}

/** As `print` of a NumPy array wraps its rows. */
function printed(rows: readonly (readonly number[])[]): string {
  const cell = (value: number): string => value.toFixed(8).padStart(11);
  const line = (row: readonly number[]): string =>
    row.map((value, col) => (col === 0 ? '' : col % 6 === 0 ? '\n  ' : ' ') + cell(value)).join('');
  return `[[${rows.map(line).join(']\n [')}]]`;
}

function literal(rows: readonly (readonly number[])[]): string {
  return `A = [[${rows.map((row) => row.join(', ')).join('],\n     [')}]]\n`;
}

function initializer(rows: readonly (readonly number[])[]): string {
  const cell = (value: number): string => `${value.toFixed(8)}f`;
  return `float a[${ROWS}][${COLS}] = {{${rows.map((row) => row.map(cell).join(', ')).join('},\n  {')}}};\n`;
}
