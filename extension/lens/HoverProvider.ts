/** A hover over an array literal. */
import * as vscode from 'vscode';
import { sizeOf } from '../../core/array/NdArray';
import { findArrayAt } from '../../core/read/text/findArrays';
import type { PreferencesPort } from '../session/ports';
import { withName } from '../session/source/assignment';
import { translate } from '../language/translate';
import { hoverMarkdown } from '../session/lens/hoverMarkdown';
import { openRange } from './openRange';
import { showsHovers } from './settings';
import { isDarkTheme } from '../isDarkTheme';

/** Numbers; a pair or a triple is read faster than its picture. */
const fewest = 4;

export class HoverProvider implements vscode.HoverProvider {
  constructor(private readonly preferences: Pick<PreferencesPort, 'read'>) {}

  register(): vscode.Disposable {
    return vscode.languages.registerHoverProvider('*', this);
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    if (!showsHovers(document)) return undefined;
    const text = document.getText();
    const offset = document.offsetAt(position);
    const found = findArrayAt(text, offset, { languageId: document.languageId });
    if (!found || offset < found.range[0] || offset > found.range[1]) return undefined;
    if (sizeOf(found.array.shape) < fewest) return undefined;
    const [start, end] = found.range;
    const link = {
      command: openRange,
      uri: document.uri.toString(),
      segment: [withName(text, start, found.name), end] as const,
    };
    const { colorMap } = this.preferences.read();
    const markdown = new vscode.MarkdownString(
      hoverMarkdown(found, link, { colorMap, dark: isDarkTheme(), translate }),
    );
    markdown.isTrusted = { enabledCommands: [openRange] };
    return new vscode.Hover(markdown, new vscode.Range(document.positionAt(start), document.positionAt(end)));
  }
}
