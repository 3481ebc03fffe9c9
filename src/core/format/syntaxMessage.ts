import type { YAMLError } from 'yaml';
import type { SyntaxProblem } from './yamlNode.ts';

/** Our own words for what the package found, with what to do about it. */
export function describeSyntaxError(text: string, error: YAMLError): SyntaxProblem {
  const [start, end] = error.pos;
  const isAlias = error.message.includes('alias');
  return {
    code: isAlias ? 'yaml-alias' : 'yaml-syntax',
    message: messageOf(text, error),
    start: Math.min(start, text.length),
    end: Math.min(Math.max(end, start), text.length),
  };
}

const messages: ReadonlyMap<YAMLError['code'], string> = new Map([
  ['TAB_AS_INDENT', 'A tab is used to indent; use spaces'],
  ['MULTIPLE_DOCS', 'The file holds more than one document; keep one, without `---` in between'],
  ['BLOCK_AS_IMPLICIT_KEY', 'There is a second colon in this line; put the value in quotes'],
  [
    'MULTILINE_IMPLICIT_KEY',
    'This line is neither a field nor part of a value; write `name: value`',
  ],
  ['BAD_INDENT', 'The indentation does not fit the lines around it, or a bracket is not closed'],
  ['RESOURCE_EXHAUSTION', 'Values are nested too deep; flatten them'],
  [
    'UNEXPECTED_TOKEN',
    'This does not belong here; a list or a map under a field begins on the next line, indented',
  ],
  ['BAD_ALIAS', 'The alias names no anchor; write the value out'],
]);

function messageOf(text: string, error: YAMLError): string {
  if (error.code === 'BAD_SCALAR_START') {
    return `A value cannot start with \`${text.charAt(error.pos[0])}\`; put it in quotes`;
  }
  if (error.code === 'MISSING_CHAR') return missingMessage(error.message);
  return messages.get(error.code) ?? `This is not valid YAML: ${plainWords(error.message)}`;
}

function missingMessage(message: string): string {
  if (message.includes('quote')) return 'A quoted text is not closed; add the closing quote';
  if (message.includes('map values')) {
    return 'This line has no colon; write `name: value`, or indent it to continue the value above';
  }
  if (message.includes(']') || message.includes('}') || message.includes('Flow')) {
    return 'A bracket is not closed';
  }
  return `This is not valid YAML: ${plainWords(message)}`;
}

/** The package's own sentence, as part of ours. */
function plainWords(message: string): string {
  const [line = ''] = message.split('\n');
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/\.$/, '');
}
