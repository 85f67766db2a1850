import type { ParameterValue } from './parameters';

/**
 * A command in words that a person could type: the function, the host, each parameter, quoted as PowerShell needs it.
 * Shown and copied, never executed by us. Pure.
 */
export function commandText(name: string, parameters: Readonly<Record<string, ParameterValue>>): string {
  const given = Object.entries(parameters).map(([parameter, value]) => `-${parameter} ${quoted(value)}`);
  return [name, ...given].join(' ');
}

function quoted(value: ParameterValue): string {
  switch (typeof value) {
    case 'string':
      return quotedText(value);
    case 'number':
      return String(value);
    case 'boolean':
      return value ? '$true' : '$false';
    default:
      return value.map(quotedText).join(', ');
  }
}

/** PowerShell takes typographic single quotes for quotes too (U+2018 to U+201B): each is doubled inside quotes. */
function quotedText(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9_.\\:/]*$/.test(text)) return text;
  return `'${text.replace(/['\u2018-\u201b]/g, (quote) => quote + quote)}'`;
}
