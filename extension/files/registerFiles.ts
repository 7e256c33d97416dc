/** Registers what opens files: custom editors, commands, and the watchers of shown files. */
import * as vscode from 'vscode';
import type { PanelRegistry } from '../panel/PanelRegistry';
import { FileEditors } from './FileEditors';
import { FileFollower } from './FileFollower';
import { registerFileCommands } from './fileCommands';

export function registerFiles(panels: PanelRegistry): vscode.Disposable {
  return vscode.Disposable.from(
    new FileEditors(panels).register(),
    new FileFollower(panels).register(),
    registerFileCommands(panels),
  );
}
