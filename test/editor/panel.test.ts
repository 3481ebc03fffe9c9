import assert from 'node:assert/strict';
import { commands, extensions, TabInputWebview, ViewColumn, window } from 'vscode';
import type { Handlers } from '../../src/protocol/channel.ts';
import { ok } from '../../src/core/base/result.ts';
import { panelHtml } from '../../src/vscode/panelHtml.ts';
import { toPanelSnapshot } from '../../src/vscode/panelSnapshot.ts';
import { ProjectPanel } from '../../src/vscode/projectPanel.ts';
import { test } from './support/editorTest.ts';
import { withPlan } from './support/ownPlans.ts';
import { readText, restoreWorkspace, waitFor, writeText } from './support/workspace.ts';

function extensionUri(): NonNullable<ReturnType<typeof extensions.getExtension>>['extensionUri'] {
  const extension = extensions.getExtension('gantry.gantry');
  assert.ok(extension);
  return extension.extensionUri;
}

function panelTabs(): readonly string[] {
  return window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(
      tab => tab.input instanceof TabInputWebview && tab.input.viewType.endsWith('gantry.panel'),
    )
    .map(tab => tab.label);
}

test('the panel says it is ready, paints the plan, and paints again what changes outside', () =>
  withPlan(async ({ plan, loaded }) => {
    const painted: number[] = [];
    let readies = 0;
    const unasked = (): never => {
      throw new Error('Nobody asked for this');
    };
    const handlers: Handlers = {
      ready: () => {
        readies++;
        return ok(toPanelSnapshot(loaded));
      },
      painted: ({ revision }) => {
        painted.push(revision);
        return ok({ done: true });
      },
      select: () => ok({ done: true }),
      run: unasked,
      runAll: unasked,
      undo: unasked,
      redo: unasked,
      open: unasked,
      pick: unasked,
      explain: unasked,
      drivingPath: unasked,
      picture: unasked,
      plan: unasked,
      riskHistory: unasked,
      forecast: unasked,
      forecastHistory: unasked,
      calibration: unasked,
      stopForecast: unasked,
      commitDays: unasked,
      people: unasked,
      person: unasked,
      reliefs: unasked,
      levelling: unasked,
      report: unasked,
      freezeReport: unasked,
      money: unasked,
      progress: unasked,
      comparison: unasked,
      save: unasked,
    };
    const webview = window.createWebviewPanel('gantry.testPanel', 'Test', ViewColumn.One);
    const panel = new ProjectPanel(webview, plan, {
      extensionUri: extensionUri(),
      handlers,
      isOneOfMany: false,
    });
    const first = loaded.views().snapshot.revision;
    await waitFor('The first paint', () => painted.includes(first));
    assert.equal(readies, 1);
    const file = '.project/tasks/T-2MPT.yaml';
    writeText(file, readText(file).replace('2026-03-27', '2026-03-24'));
    await waitFor('The paint after the change', () => painted.some(each => each > first));
    panel.dispose();
    await restoreWorkspace();
  }));

test('the page may load nothing but its own script and styles', () => {
  const webview = window.createWebviewPanel('gantry.testPanel', 'Test', ViewColumn.One);
  const html = panelHtml(webview.webview, extensionUri());
  const policy = /content="([^"]*)"/.exec(html)?.[1] ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f-]{36}'; style-src /);
  assert.doesNotMatch(policy, /unsafe|\*\s|https?:\/\/(?!\*)/);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.notEqual(html, panelHtml(webview.webview, extensionUri()));
  webview.dispose();
});

test('the command opens one panel, and shows the same one again', async () => {
  await commands.executeCommand('gantry.openGantt');
  await waitFor('The panel', () => panelTabs().length === 1);
  await commands.executeCommand('gantry.openRisks');
  assert.deepEqual(panelTabs(), ['Plan']);
  await restoreWorkspace();
  await waitFor('The panel being closed', () => panelTabs().length === 0);
});

test('a click in the panel on a task shows its file beside the panel', async () => {
  await commands.executeCommand('gantry.openGantt');
  await waitFor('The panel', () => panelTabs().length === 1);
  await commands.executeCommand('gantry.openItem', 'T-7KQ3');
  const editor = await waitFor('The file', () => window.activeTextEditor);
  assert.match(editor.document.uri.path, /tasks\/T-7KQ3\.yaml$/);
  const ofPanel = await waitFor('The panel beside it', () =>
    window.tabGroups.all.find(group => group.activeTab?.input instanceof TabInputWebview),
  );
  assert.notEqual(editor.viewColumn, ofPanel.viewColumn);
  await restoreWorkspace();
});
