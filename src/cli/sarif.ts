import { jsonText } from '../core/base/jsonText.ts';
import { problemCodes, type ProblemCode } from '../core/model/problemCodes.ts';
import type { Severity } from '../core/model/severity.ts';
import type { PlacedProblem } from './placedProblem.ts';

/** The findings as SARIF 2.1.0, for code hosts that show them beside a change. */
export function formatSarif(problems: readonly PlacedProblem[], version: string): string {
  const codes = [...new Set(problems.map(problem => problem.code))].sort();
  const places = new Map(codes.map((code, i) => [code, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Gantry',
            semanticVersion: version,
            rules: codes.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map(problem => resultOf(problem, places.get(problem.code) ?? 0)),
      },
    ],
  };
  return jsonText(log);
}

function ruleOf(code: ProblemCode): object {
  const { severity, meaning } = problemCodes[code];
  return {
    id: code,
    shortDescription: { text: meaning },
    defaultConfiguration: { level: levelOf(severity) },
  };
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'info' ? 'note' : severity;
}

function resultOf(problem: PlacedProblem, ruleIndex: number): object {
  return {
    ruleId: problem.code,
    ruleIndex,
    level: levelOf(problem.severity),
    message: { text: problem.message },
    ...(problem.file === undefined ? {} : { locations: [locationOf(problem, problem.file)] }),
    ...(problem.items.length === 0 ? {} : { properties: { items: problem.items } }),
  };
}

function locationOf(problem: PlacedProblem, file: string): object {
  const { line, column, endLine, endColumn } = problem;
  const region =
    line === undefined
      ? {}
      : { region: { startLine: line, startColumn: column, endLine, endColumn } };
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      ...region,
    },
  };
}
