/** Methods of strings. */
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import type { Call } from '../../library/call/Call';
import { pyBool, pyInteger, pyList, pyText, pyTuple } from '../../value/constructors';
import type { Py, PyFunction } from '../../value/Py';
import { iterate } from '../operations/iterate';
import type { Machine } from '../machine/Machine';
import { formatBraces } from './formatBraces';
import { tableMethod, type Methods } from './tableMethod';

const SPACE = ' \t\n\r\v\f';

const METHODS: Methods<string> = {
  upper: ['', (self) => pyText(self.toUpperCase())],
  lower: ['', (self) => pyText(self.toLowerCase())],
  capitalize: ['', (self) => pyText(self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase())],
  title: ['', (self) => pyText(titled(self))],
  strip: ['chars?', (self, call) => pyText(trimEnd(trimStart(self, chars(call)), chars(call)))],
  lstrip: ['chars?', (self, call) => pyText(trimStart(self, chars(call)))],
  rstrip: ['chars?', (self, call) => pyText(trimEnd(self, chars(call)))],
  startswith: ['prefix', (self, call) => pyBool(options(call, 'prefix').some((each) => self.startsWith(each)))],
  endswith: ['suffix', (self, call) => pyBool(options(call, 'suffix').some((each) => self.endsWith(each)))],
  find: ['sub start?', (self, call) => pyInteger(self.indexOf(call.text('sub'), call.integer('start', 0)))],
  rfind: ['sub', (self, call) => pyInteger(self.lastIndexOf(call.text('sub')))],
  index: [
    'sub start?',
    (self, call) => {
      const at = self.indexOf(call.text('sub'), call.integer('start', 0));
      if (at < 0) throw valueError('substring not found');
      return pyInteger(at);
    },
  ],
  count: [
    'sub',
    (self, call) => {
      const sub = call.text('sub');
      return pyInteger(sub === '' ? Array.from(self).length + 1 : self.split(sub).length - 1);
    },
  ],
  replace: [
    'old new count?',
    (self, call, { context }) => {
      const [old, replacement] = [call.text('old'), call.text('new')];
      const pieces = old === '' ? ['', ...Array.from(self), ''] : self.split(old);
      context.spend(self.length + pieces.length * replacement.length);
      const times = call.lacks('count') || call.integer('count') < 0 ? pieces.length : call.integer('count');
      return pyText(
        pieces.slice(1).reduce((made, piece, i) => made + (i < times ? replacement : old) + piece, pieces[0]!),
      );
    },
  ],
  split: ['sep? maxsplit?', (self, call, machine) => pyList(split(self, call, machine).map(pyText))],
  splitlines: [
    '',
    (self) =>
      pyList(
        self
          .replace(/\r?\n$/, '')
          .split(/\r?\n/)
          .filter((line, _, all) => all.length > 1 || line !== '')
          .map(pyText),
      ),
  ],
  join: [
    'iterable',
    (self, call, machine) => {
      const items = iterate(call.value('iterable'), machine).map((item, index) => {
        if (item.kind === 'text') return item.value;
        throw typeError(`sequence item ${index}: expected str instance, ${typeName(item)} found`);
      });
      const length = items.reduce((sum, item) => sum + item.length + self.length, 0);
      machine.context.spend(length);
      return pyText(items.join(self));
    },
  ],
  ljust: ['width fillchar?', (self, call) => pyText(self.padEnd(width(call), call.text('fillchar', ' ')))],
  rjust: ['width fillchar?', (self, call) => pyText(self.padStart(width(call), call.text('fillchar', ' ')))],
  center: [
    'width fillchar?',
    (self, call) => {
      const missing = Math.max(0, width(call) - self.length);
      const left = Math.floor(missing / 2) + (missing & width(call) & 1);
      const fill = call.text('fillchar', ' ');
      return pyText(fill.repeat(left) + self + fill.repeat(missing - left));
    },
  ],
  zfill: [
    'width',
    (self, call) => {
      const sign = /^[+-]/.exec(self)?.[0] ?? '';
      return pyText(sign + self.slice(sign.length).padStart(width(call) - sign.length, '0'));
    },
  ],
  isdigit: ['', (self) => pyBool(/^[\p{Nd}²³¹⁰⁴-⁹₀-₉]+$/u.test(self))],
  isalpha: ['', (self) => pyBool(/^\p{L}+$/u.test(self))],
  isspace: ['', (self) => pyBool(/^\s+$/.test(self))],
  isupper: ['', (self) => pyBool(self !== self.toLowerCase() && self === self.toUpperCase())],
  islower: ['', (self) => pyBool(self !== self.toUpperCase() && self === self.toLowerCase())],
  isalnum: ['', (self) => pyBool(/^[\p{L}\p{N}]+$/u.test(self))],
  isnumeric: ['', (self) => pyBool(/^\p{N}+$/u.test(self))],
  isdecimal: ['', (self) => pyBool(/^\p{Nd}+$/u.test(self))],
  isidentifier: ['', (self) => pyBool(/^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(self))],
  istitle: ['', (self) => pyBool(/\p{L}/u.test(self) && self === titled(self))],
  swapcase: [
    '',
    (self) =>
      pyText(
        Array.from(self, (each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase())).join(''),
      ),
  ],
  removeprefix: [
    'prefix',
    (self, call) => pyText(self.startsWith(call.text('prefix')) ? self.slice(call.text('prefix').length) : self),
  ],
  removesuffix: [
    'suffix',
    (self, call) => {
      const suffix = call.text('suffix');
      return pyText(suffix !== '' && self.endsWith(suffix) ? self.slice(0, -suffix.length) : self);
    },
  ],
  rsplit: ['sep? maxsplit?', (self, call, machine) => pyList(splitFromEnd(self, call, machine).map(pyText))],
  rpartition: [
    'sep',
    (self, call) => {
      const sep = separator(call);
      const at = self.lastIndexOf(sep);
      const parts = at < 0 ? ['', '', self] : [self.slice(0, at), sep, self.slice(at + sep.length)];
      return pyTuple(parts.map(pyText));
    },
  ],
  rindex: [
    'sub',
    (self, call) => {
      const at = self.lastIndexOf(call.text('sub'));
      if (at < 0) throw valueError('substring not found');
      return pyInteger(at);
    },
  ],
  partition: [
    'sep',
    (self, call) => {
      const at = self.indexOf(call.text('sep'));
      const parts =
        at < 0 ? [self, '', ''] : [self.slice(0, at), call.text('sep'), self.slice(at + call.text('sep').length)];
      return pyTuple(parts.map(pyText));
    },
  ],
};

export function stringMethod(self: string, name: string, machine: Machine): PyFunction | undefined {
  if (name === 'format') {
    return {
      kind: 'function',
      name,
      call: ({ positional, named }) =>
        pyText(
          formatBraces(
            self,
            positional.map(({ value }) => value),
            new Map([...named].map(([key, { value }]) => [key, value])),
            machine,
          ),
        ),
    };
  }
  return tableMethod(METHODS, self, name, machine);
}

function chars(call: Call): string {
  return call.lacks('chars') ? SPACE : call.text('chars');
}

function trimStart(value: string, set: string): string {
  let at = 0;
  while (at < value.length && set.includes(value[at]!)) at += 1;
  return value.slice(at);
}

function trimEnd(value: string, set: string): string {
  let at = value.length;
  while (at > 0 && set.includes(value[at - 1]!)) at -= 1;
  return value.slice(0, at);
}

function options(call: Call, name: string): string[] {
  const value: Py = call.value(name);
  if (value.kind !== 'tuple') return [call.text(name)];
  return value.items.map((item) => (item.kind === 'text' ? item.value : ''));
}

function width(call: Call): number {
  const value = call.integer('width');
  call.context.spend(Math.max(0, value));
  if (value > 100_000) throw new PythonError('OverflowError', 'width is too large');
  return value;
}

function split(self: string, call: Call, { context }: Machine): string[] {
  context.spend(self.length);
  const limit = call.integer('maxsplit', -1);
  const pieces = call.lacks('sep') ? self.split(/\s+/).filter((piece) => piece !== '') : self.split(separator(call));
  if (limit < 0 || pieces.length <= limit + 1) return pieces;
  if (call.lacks('sep')) {
    const rest = new RegExp(`^\\s*(?:\\S+\\s+){${limit}}`).exec(self)![0];
    return [...pieces.slice(0, limit), self.slice(rest.length).replace(/\s+$/, '')];
  }
  return [...pieces.slice(0, limit), pieces.slice(limit).join(separator(call))];
}

function splitFromEnd(self: string, call: Call, machine: Machine): string[] {
  const limit = call.integer('maxsplit', -1);
  if (limit < 0) return split(self, call, machine);
  machine.context.spend(self.length);
  if (call.lacks('sep')) {
    const rest = new RegExp(`(?:\\s+\\S+){0,${limit}}\\s*$`).exec(self)!;
    const last = rest[0].split(/\s+/).filter((piece) => piece !== '');
    const first = self.slice(0, rest.index).trim();
    return first === '' ? last : [first, ...last];
  }
  const sep = separator(call);
  const pieces = self.split(sep);
  const kept = Math.max(0, pieces.length - limit);
  return kept === 0 ? pieces : [pieces.slice(0, kept).join(sep), ...pieces.slice(kept)];
}

function titled(value: string): string {
  return value.toLowerCase().replace(/\p{L}+/gu, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
}

function separator(call: Call): string {
  const found = call.text('sep');
  if (found === '') throw valueError('empty separator');
  return found;
}
