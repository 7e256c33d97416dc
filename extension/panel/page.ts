/** Pages of web views: each has its script; one style sheet is for all of them. */
import * as vscode from 'vscode';
import { translationBundle } from '../language/translate';
import { panelHtml, type PageParts } from '../session/panelHtml';

/** The folder of the pages' scripts and styles. */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** The HTML of a panel's page. */
export function page(
  { webview, title }: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  kind?: PageParts['page'],
): string {
  const root = pageRoot(extensionUri);
  const script = kind === 'gallery' ? 'gallery.js' : 'main.js';
  return panelHtml({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(root, script)).toString(),
    styleUri: webview.asWebviewUri(vscode.Uri.joinPath(root, 'main.css')).toString(),
    language: vscode.env.language,
    title,
    ...(kind && { page: kind }),
    bundle: translationBundle(),
  });
}

/** 128 random bits: a nonce that a page cannot guess. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
