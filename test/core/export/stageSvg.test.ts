import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { createStepper } from '../../../core';
import { pngBytes } from '../../../core/export/png/pngBytes';
import { fitted, wrapped } from '../../../core/export/svg/ink';
import { mapSvg } from '../../../core/export/svg/mapSvg';
import { noteLines, stageSvg } from '../../../core/export/svg/stageSvg';
import { placeStage } from '../../../core/export/svg/stageLayout';
import type { MapView } from '../../../core/step/Frame';

const x = { shape: [1, 4, 5, 2], data: Float64Array.from({ length: 40 }, (_, k) => ((k * 7) % 11) - 3.5) };
const w = { shape: [2, 2, 2, 3], data: Float64Array.from({ length: 24 }, (_, k) => (k % 5) - 1.25) };
const view = { channel: 0, filter: 0, granularity: 'window' as const };
const look = { title: 'a < b', count: 12, colorMap: 'lens', dark: true, precision: 2 };

describe.each(['forward', 'backward'] as const)('a convolution, %s', (pass) => {
  const stepper =
    pass === 'forward'
      ? createStepper({ kind: 'conv', pass, x, w, options: {} })
      : createStepper({
          kind: 'conv',
          pass,
          x,
          w,
          options: {},
          dZ: { shape: [1, 3, 4, 3], data: new Float64Array(36).fill(1) },
        });
  const pictures = Array.from({ length: 12 }, (_, t) => stageSvg(stepper.frame(t, view), look));

  test('has every map, its numbers, its sentence and its place as text', () => {
    const svg = pictures[5]!;
    expect(svg).toContain('a &#60; b');
    expect(svg).toContain('step 6 / 12');
    expect(svg).toContain('−3.50');
    for (const title of pass === 'forward' ? ['W […, 0, 2]', 'products', 'Z [0, …, 2]'] : ['dZ', 'dW'])
      expect(svg).toContain(title);
    for (const tag of ['svg', 'text', 'g', 'title'])
      expect(svg.match(new RegExp(`<${tag}[ >]`, 'g'))?.length).toBe(svg.match(new RegExp(`</${tag}>`, 'g'))?.length);
  });

  test('nothing moves from step to step', () => {
    const places = (svg: string) =>
      [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"[^>]*stroke="#80808040"/g)].map(([all]) =>
        all.replace(/ fill.*/, ''),
      );
    const heights = new Set(pictures.map((svg) => /viewBox="([^"]+)"/.exec(svg)![1]));
    expect(heights.size).toBe(1);
    expect(places(pictures[0]!).length).toBeGreaterThan(20);
    for (const svg of pictures) expect(places(svg)).toEqual(places(pictures[0]!));
  });
});

test('whole numbers have no decimals, in the maps, in the sum and in the sentence', () => {
  const whole = (array: { shape: number[]; data: Float64Array }) => ({ ...array, data: array.data.map(Math.round) });
  const stepper = createStepper({ kind: 'conv', pass: 'forward', x: whole(x), w: whole(w), options: {} });
  expect(stageSvg(stepper.frame(5, view), look)).not.toMatch(/>[^<]*\d\.\d+</);
});

test('an exact zero is 0, and a small value a rounded one', () => {
  const map: MapView = {
    id: 'x',
    title: 'x',
    rows: 1,
    cols: 3,
    values: Float64Array.of(0, 0.001, -0.001),
    scale: { kind: 'diverging', min: -1, max: 1 },
    boxes: [],
    notes: [],
  };
  const svg = mapSvg(map, { colorMap: 'lens', precision: 2, dark: true });
  const texts = [...svg.matchAll(/<\/title>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual(['0', '0.00', '−0.00']);
});

test('a note is broken into lines between words and between Chinese characters, and none of it is lost', () => {
  const note = 'The layer computes 1.08 here, the code −1.41: W[::-1] turns the filter upside down. '.repeat(3).trim();
  const lines = noteLines(note);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(note);
  for (const line of lines) expect(fitted(line, 960 - 48, 13)).toBe(line);
  const chinese = '窗口从填充处开始：该层算出 1.08。代码的窗口从 A_prev 的第一个单元格开始。';
  const broken = wrapped(chinese, 130, 13);
  expect(broken.length).toBeGreaterThan(3);
  expect(broken.join('').replace(/ /g, '')).toBe(chinese.replace(/ /g, ''));
  for (const line of broken) expect(line).not.toMatch(/^[，。：]/);
});

test('every step has the height of the longest note', () => {
  const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
  const height = (note: readonly string[]) =>
    /height="(\d+)"/.exec(stageSvg(stepper.frame(0, view), { ...look, note }))![1];
  expect(height(['', ''])).toBe(height(['one', 'two']));
  expect(Number(height(['', '', '']))).toBeGreaterThan(Number(height(['', ''])));
});

test('a large map is one image with a pixel per cell', () => {
  const values = Float64Array.from({ length: 80 * 90 }, (_, k) => k);
  const map: MapView = {
    id: 'x',
    title: 'x',
    rows: 80,
    cols: 90,
    values,
    cells: Uint8Array.from({ length: 80 * 90 }, (_, k) => (k === 1 ? 2 : 0)),
    scale: { kind: 'sequential', min: 0, max: 7199 },
    boxes: [],
    notes: [],
  };
  const svg = mapSvg(map, look);
  const [, data] = /href="data:image\/png;base64,([^"]+)"/.exec(svg)!;
  const png = decode(Buffer.from(data!, 'base64'));
  expect([png.width, png.height, png.channels]).toEqual([90, 80, 3]);
  expect([...png.data.slice(3, 6)]).toEqual([0x26, 0x26, 0x28]);
  expect(svg.match(/<rect /g)!.length).toBeLessThan(10);
});

test('PNG files of every width are read by another reader', () => {
  for (let width = 1; width < 6; width++) {
    const rgb = Uint8Array.from({ length: width * 3 * 3 }, (_, k) => (k * 37) % 256);
    const png = decode(pngBytes(width, 3, rgb), { checkCrc: true });
    expect([png.width, png.height, Uint8Array.from(png.data)]).toEqual([width, 3, rgb]);
  }
});

test('text that is too wide ends with an ellipsis; a wide character counts twice', () => {
  expect(fitted('0123456789', 60, 10)).toBe('0123456789');
  expect(fitted('0123456789', 36, 10)).toBe('01234…');
  expect(fitted('一二三四五', 36, 10)).toBe('一二三…');
});

test('words between maps have their width, titles end before the next map, and spaces between parts of a line stay', () => {
  const large = { shape: [1, 2, 2, 1], data: Float64Array.of(0, 0, 0, 9) };
  const stepper = createStepper({ kind: 'pool', pass: 'forward', x: large, options: { mode: 'average', kernel: 2 } });
  const { stage } = stepper.frame(0, view);
  const { rows } = placeStage(stage, 52, () => true);
  const items = rows[0]!.items;
  const word = items.findIndex(({ item }) => item.kind === 'glyph' && item.glyph === 'mean');
  const { x: start, width } = items[word]!;
  expect(width).toBeGreaterThan(4 * 0.6 * 20);
  expect(start).toBeGreaterThanOrEqual(items[word - 1]!.x + items[word - 1]!.width);
  expect(start + width).toBeLessThanOrEqual(items[word + 1]!.x);
  for (const [index, { x: at, titleWidth }] of items.entries()) {
    const next = items.slice(index + 1).find(({ item }) => item.kind === 'map');
    if (next) expect(at + titleWidth).toBeLessThan(next.x);
  }
  const mask = createStepper({
    kind: 'pool',
    pass: 'backward',
    x: { shape: [1, 2, 2, 1], data: Float64Array.of(4, 4, 0, 0) },
    dZ: { shape: [1, 1, 1, 1], data: Float64Array.of(10) },
    options: { mode: 'max', kernel: 2 },
  });
  const svg = stageSvg(mask.frame(0, view), { ...look, count: 1 });
  expect(svg).toMatch(/<text [^>]*xml:space="preserve"[^>]*>[^<]*= 10 {3}1 more cell/);
});
