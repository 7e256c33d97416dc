/** The table of text formats, in the order in which they are offered. */
import type { ExportFormat } from './ExportFormat';
import { cFormat } from './formats/c';
import { csvFormat } from './formats/csv';
import { javascriptFormat } from './formats/javascript';
import { jsonFormat } from './formats/json';
import { juliaFormat } from './formats/julia';
import { latexFormat } from './formats/latex';
import { markdownFormat } from './formats/markdown';
import { matlabFormat } from './formats/matlab';
import { numpyFormat } from './formats/numpy';
import { pythonListFormat } from './formats/pythonList';
import { pytorchFormat } from './formats/pytorch';
import { rFormat } from './formats/r';
import { tensorflowFormat } from './formats/tensorflow';

export const exportFormats: readonly ExportFormat[] = [
  numpyFormat,
  pythonListFormat,
  pytorchFormat,
  tensorflowFormat,
  jsonFormat,
  csvFormat,
  javascriptFormat,
  cFormat,
  matlabFormat,
  juliaFormat,
  rFormat,
  latexFormat,
  markdownFormat,
];

/** The formats, first those that fit into a document of this language. */
export function formatsFor(languageId: string | undefined): readonly ExportFormat[] {
  const fits = (format: ExportFormat) => languageId !== undefined && format.languages.includes(languageId);
  return [...exportFormats.filter(fits), ...exportFormats.filter((format) => !fits(format))];
}
