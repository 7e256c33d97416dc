/** Keys of the panel's pages, for the list behind `?`. */
import { msg } from '../../core/message';
import { t } from '../l10n';
import type { KeyGroup } from './KeyHelp';

export function layerKeys(): KeyGroup[] {
  return [
    {
      title: t(msg('Steps')),
      keys: [
        [['←', '→'], t(msg('one step back or forward'))],
        [['Space'], t(msg('play or pause'))],
        [['Home', 'End'], t(msg('first or last step'))],
        [editorKeys(), t(msg('back, forward, play from the editor'))],
        [['Shift Alt L F', 'N', 'B'], t(msg('first, next, previous step that differs'))],
      ],
    },
    {
      title: t(msg('A map')),
      keys: [
        [['Tab'], t(msg('to the next map'))],
        [['←', '→', '↑', '↓'], t(msg('from cell to cell'))],
        [['Enter'], t(msg('pin the cell: every step and term that uses it'))],
        [['Esc'], t(msg('release the cell'))],
        ...selectionKeys(),
        ...sourceKeys(),
      ],
    },
    { title: t(msg('View')), keys: [...zoomKeys(), ...modeKeys(), ...pageKeys()] },
  ];
}

/** `isEditable`: whether the numbers are those of a text. */
export function inspectKeys(isEditable: boolean | undefined): KeyGroup[] {
  return [
    {
      title: t(msg('Cells')),
      keys: [
        [['←', '→', '↑', '↓'], t(msg('from cell to cell'))],
        ...selectionKeys(),
        ...(isEditable ? sourceKeys() : []),
      ],
    },
    {
      title: t(msg('Array')),
      keys: [
        [['[', ']'], t(msg('previous, next slice'))],
        [['/'], t(msg('find values'))],
        [['N', 'Shift N'], t(msg('next, previous match'))],
      ],
    },
    { title: t(msg('View')), keys: [...zoomKeys(), ...pageKeys()] },
  ];
}

type Keys = KeyGroup['keys'];

function selectionKeys(): Keys {
  return [
    [['Shift ←', '→', '↑', '↓'], t(msg('select cells; also by dragging'))],
    [[`${commandKey()} A`], t(msg('select the slice'))],
    [[`${commandKey()} C`], t(msg('copy the selection as NumPy'))],
  ];
}

function sourceKeys(): Keys {
  return [
    [['F2'], t(msg('change the number in the text'))],
    [['R'], t(msg('show the number in the text'))],
  ];
}

function zoomKeys(): Keys {
  return [
    [['+', '−'], t(msg('zoom; also with the wheel'))],
    [['0'], t(msg('all of the map'))],
    [['1'], t(msg('cells as large as their numbers'))],
  ];
}

function modeKeys(): Keys {
  return [
    [['P'], t(msg('presentation: one equation as large as the panel'))],
    [['T'], t(msg('tour: the steps that explain the layer'))],
    [['Q'], t(msg('quiz: predict the values'))],
    [['N'], t(msg('write a note on the step'))],
  ];
}

function pageKeys(): Keys {
  return [
    [['H'], t(msg('fold the header'))],
    [['?'], t(msg('this list'))],
  ];
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac OS');
}

function commandKey(): string {
  return isMac() ? '⌘' : 'Ctrl';
}

/** Keys that package.json binds to *Previous Step*, *Next Step* and *Play / Pause*. */
function editorKeys(): string[] {
  return [',', '.', '/'].map((key) => (isMac() ? `⌃⌥${key}` : `Alt ${key}`));
}
