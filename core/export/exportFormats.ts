/** The table of text formats, in the order in which they are offered. */
import type { ExportFormat } from './ExportFormat';
import { c } from './formats/c';
import { csv } from './formats/csv';
import { javascript } from './formats/javascript';
import { json } from './formats/json';
import { julia } from './formats/julia';
import { latex } from './formats/latex';
import { markdown } from './formats/markdown';
import { matlab } from './formats/matlab';
import { numpy } from './formats/numpy';
import { pythonList } from './formats/pythonList';
import { pytorch } from './formats/pytorch';
import { r } from './formats/r';
import { tensorflow } from './formats/tensorflow';

export const exportFormats: readonly ExportFormat[] = [
  numpy,
  pythonList,
  pytorch,
  tensorflow,
  json,
  csv,
  javascript,
  c,
  matlab,
  julia,
  r,
  latex,
  markdown,
];

/** The formats, first those that fit into a document of this language. */
export function formatsFor(languageId: string | undefined): readonly ExportFormat[] {
  const fits = (format: ExportFormat) => languageId !== undefined && format.languages.includes(languageId);
  return [...exportFormats.filter(fits), ...exportFormats.filter((format) => !fits(format))];
}
