/** The colour maps to choose from: a diverging and a sequential one each, all safe for colour-blind eyes. */
import { msg, type Message } from '../message';
import type { Scale } from '../step/Frame';
import { colorMapOf, type ColorMap, type Rgb } from './ColorMap';
import { colorTables } from './tables.generated';

type TableName = keyof typeof colorTables;

export interface ColorMapChoice {
  readonly id: string;
  readonly label: Message;
  /** Absent where the colours depend on the theme. */
  readonly tables?: Readonly<Record<Scale['kind'], TableName>>;
}

export const colorMapChoices: readonly ColorMapChoice[] = [
  { id: 'lens', label: msg('blue–orange, from the theme') },
  { id: 'puOr', label: msg('purple–orange, cividis'), tables: { diverging: 'puOr', sequential: 'cividis' } },
  { id: 'rdBu', label: msg('blue–red, viridis'), tables: { diverging: 'rdBu', sequential: 'viridis' } },
  { id: 'brBG', label: msg('teal–brown, magma'), tables: { diverging: 'brBG', sequential: 'magma' } },
];

/** Ours have their centre in the background's lightness: what is near zero steps back. */
const lens = {
  dark: {
    diverging: '7dc8ff2668a8222224b05c16ffc478',
    sequential: '1e1e202646531e787850b482e6f0a0',
  },
  light: {
    diverging: '08519c6baed6f7f7f7fdae6ba63603',
    sequential: 'ffffffc7e9c074c476238b4500441b',
  },
};

const cache = new Map<string, ColorMap>();

export function colorMapFor(id: string, kind: Scale['kind'], dark: boolean): ColorMap {
  const key = `${id} ${kind} ${dark}`;
  let map = cache.get(key);
  if (!map) {
    map = colorMapOf(stopsFor(id, kind, dark), dark);
    cache.set(key, map);
  }
  return map;
}

function stopsFor(id: string, kind: Scale['kind'], dark: boolean): readonly Rgb[] {
  const tables = colorMapChoices.find((choice) => choice.id === id)?.tables;
  return stops(tables ? colorTables[tables[kind]] : lens[dark ? 'dark' : 'light'][kind]);
}

function stops(hex: string): Rgb[] {
  const parsed: Rgb[] = [];
  for (let at = 0; at < hex.length; at += 6) {
    const channel = (offset: number): number => parseInt(hex.slice(at + offset, at + offset + 2), 16);
    parsed.push([channel(0), channel(2), channel(4)]);
  }
  return parsed;
}
