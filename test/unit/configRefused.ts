/**
 * Texts that are no config file. `§` marks the place that the refusal names, and is no part of the text; `CANARY` stands
 * where a secret would, and must be in no message.
 */
export type RefusedText = readonly [about: string, marked: string, code: string];

/** Bytes that are no config file, and the place that the refusal names. */
export type RefusedBytes = readonly [
  about: string,
  bytes: readonly number[],
  code: string,
  line?: number,
  column?: number,
];

const malformed = 'ConfigNotWellFormed';
const inValue = (value: string): string =>
  `<configuration>\n  <appSettings>\n    <add key="a" value="${value}" />\n  </appSettings>\n</configuration>\n`;
const inText = (text: string): string => `<configuration>\n  <a>${text}</a>\n</configuration>\n`;

const ampersands = [
  'CANARY§& b',
  'CANARY§&b',
  '§&CANARY;',
  '§&nbsp;CANARY',
  '§&copy;',
  '§&amp CANARY',
  'a &amp; §& CANARY',
  '§&;',
  '§&#;',
  '§&#x;',
  '§&#xZZ;',
  '§&#12CANARY;',
  '§&AMP;',
  '§& amp;',
];
const characters = ['&#0;§', '&#x1;§', '&#xD800;§', '&#xFFFE;§', '&#x110000;§', '&#55296;§'];
const controls = ['\u0000', '\u0001', '\u0008', '\u000b', '\u000c', '\u001f', '\ufffe', '\uffff'];

const tags: readonly (readonly [string, string])[] = [
  ['a tag inside a value', inValue('CANARY§<b')],
  ['a value without its closing quote', '<configuration>\n<a b="CANARY>\n§</configuration>\n'],
  ['a value without quotes', '<configuration>\n<a b=§CANARY />\n</configuration>'],
  ['an attribute without a value', '<configuration>\n<a b §/>\n</configuration>'],
  ['an attribute without a value, before another', '<configuration>\n<a b §c="CANARY"/>\n</configuration>'],
  ['the same attribute twice', '<configuration>\n<a b="CANARY" b="x"/§>\n</configuration>'],
  [
    'the same attribute twice by two prefixes',
    '<configuration xmlns:p="urn:a" xmlns:q="urn:a">\n<a p:b="CANARY" q:b="x"/§>\n</configuration>',
  ],
  ['no blank between two attributes', '<configuration>\n<a b="CANARY"§c="x"/>\n</configuration>'],
  ['a digit as the beginning of a name', '<configuration>\n<§1a/>\n</configuration>'],
  ['a digit as the beginning of an attribute', '<configuration>\n<a §1b="CANARY"/>\n</configuration>'],
  ['a comma between attributes', '<configuration>\n<a b="CANARY"§, c="x"/>\n</configuration>'],
  ['a slash in the middle of a tag', '<configuration>\n<a /§ b="CANARY">\n</configuration>'],
  ['a blank before a name', '<configuration>\n<§ a b="CANARY"/>\n</configuration>'],
  ['an element closed by another', '<configuration>\n<a>CANARY</b§>\n</configuration>'],
  ['an element closed in another case', '<configuration>\n<a>CANARY</A§>\n</configuration>'],
  ['crossed elements', '<configuration>\n<a><b>CANARY</a§></b>\n</configuration>'],
  ['an end tag without a beginning', '<configuration>\n</configuration>\n</a§>'],
  ['an end tag with an attribute', '<configuration>\n<a></a §b="CANARY">\n</configuration>'],
  ['an empty end tag', '<configuration>\n<a>CANARY</§>\n</configuration>'],
  ['an empty tag', '<configuration>\n<§>CANARY\n</configuration>'],
  ['two roots', '<configuration/>\n<configuration§ a="CANARY"/>'],
  ['text before the root', 'CANARY\n§<configuration/>'],
  ['text behind the root', '<configuration/>\nCANARY§'],
  ['CDATA behind the root', '<configuration/>\n<![CDATA§[CANARY]]>'],
  ['the end of CDATA in text', inText('CANARY]]§>')],
  ['a prefix that is bound to nothing', '<configuration>\n<p:a b="CANARY"/§>\n</configuration>'],
  ['a prefix of an attribute that is bound to nothing', '<configuration>\n<a p:b="CANARY"/§>\n</configuration>'],
  ['two colons in a name', '<configuration>\n<a:b:c/§>\n</configuration>'],
  ['a name that begins with a colon', '<configuration>\n<:a/§>\n</configuration>'],
  ['an attribute that ends with a colon', '<configuration>\n<a b:="CANARY§"/>\n</configuration>'],
  ['a prefix bound to nothing on purpose', '<configuration>\n<p:a xmlns:p="§"/>\n</configuration>'],
  ['the prefix xmlns for an element', '<configuration>\n<xmlns:a/§>\n</configuration>'],
];

const unfinished: readonly (readonly [string, string])[] = [
  ['a root without an end tag', '<configuration>\n<a b="CANARY"/>§'],
  ['an element without an end tag', '<configuration>\n<a>CANARY\n§'],
  ['the end in a tag', '<configuration>\n<a b="CANARY"§'],
  ['the end in a value', '<configuration>\n<a b="CANARY§'],
  ['the end in a name', '<configuration>\n<a§'],
  ['the end behind <', '<configuration>\n<§'],
  ['the end in an end tag', '<configuration>\n</configuration§'],
  ['the end in a comment', '<configuration>\n<!-- CANARY§'],
  ['the end in a comment behind the root', '<configuration/>\n<!-- CANARY -§'],
  ['the end in CDATA', '<configuration>\n<![CDATA[CANARY]]§'],
  ['the end in an instruction', '<configuration>\n<?fixture CANARY?§'],
  ['the end in the declaration', '<?xml version="1.0"§'],
  ['only blanks', ' \n\n §'],
  ['only a comment', '<!-- CANARY -->\n§'],
  ['only a declaration', '<?xml version="1.0"?>\n§'],
];

const prologues: readonly (readonly [string, string])[] = [
  ['a blank before the declaration', ' <?xml§ version="1.0"?><configuration a="CANARY"/>'],
  ['a line before the declaration', '\n<?xml§ version="1.0"?><configuration a="CANARY"/>'],
  ['a second declaration', '<?xml version="1.0"?>\n<?xml§ version="1.0"?><configuration a="CANARY"/>'],
  ['a declaration inside', '<configuration>\n<?xml§ version="1.0"?></configuration>'],
  ['a declaration without a version', '<?xml encoding§="utf-8"?><configuration a="CANARY"/>'],
  ['a declaration with an unknown member', '<?xml version="1.0" fixture§="CANARY"?><configuration/>'],
  ['a declaration with another standalone', '<?xml version="1.0" standalone="maybe§"?><configuration a="CANARY"/>'],
  ['a declaration with an unquoted version', '<?xml version=§1.0?><configuration a="CANARY"/>'],
  ['a version that is no number', '<?xml version="one§"?><configuration a="CANARY"/>'],
  ['two hyphens in a comment', '<configuration>\n<!-- CANARY --§ x -->\n</configuration>'],
  ['three hyphens at the end of a comment', '<configuration>\n<!-- CANARY --§->\n</configuration>'],
  ['an instruction without a name', '<configuration>\n<?§ CANARY?>\n</configuration>'],
  ['an unknown declaration', '<configuration>\n<!FIXTUR§E CANARY>\n</configuration>'],
];

const doctypes = [
  '§<!DOCTYPE configuration>\n<configuration a="CANARY"/>',
  '<?xml version="1.0"?>\n<!-- CANARY -->\n§<!DOCTYPE configuration SYSTEM "CANARY.dtd"><configuration/>',
  '§<!DOCTYPE c [<!ENTITY a "CANARY">]><c>&a;</c>',
  '§<!DOCTYPE c [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><c>&c;</c>',
  '§<!DOCTYPE c [<!ENTITY a SYSTEM "file:///CANARY">]><c>&a;</c>',
  '§<!DOCTYPE c [<!ENTITY % a SYSTEM "http://localhost/CANARY">%a;]><c/>',
  '§<!DOCTYPE c [<!ATTLIST c a CDATA "CANARY">]><c/>',
  '§<!DOCTYPE c PUBLIC "CANARY" "CANARY"><c/>',
];

const versions = ['1.1', '1.2', '1.10'].map((version) => `§<?xml version="${version}"?>\n<configuration a="CANARY"/>`);
const levels = (count: number): string =>
  `${'<a>'.repeat(256)}§${'<a>'.repeat(count - 256)}CANARY${'</a>'.repeat(count)}`;

/** Texts that are refused at the place that is marked. */
export const refusedTexts: readonly RefusedText[] = [
  ...ampersands.map((value): RefusedText => [`in a value: ${value}`, inValue(value), malformed]),
  ...ampersands.map((text): RefusedText => [`in text: ${text}`, inText(text), malformed]),
  ...characters.map((value): RefusedText => [`no character: ${value}`, inValue(value.replace(/;§/, '§;')), malformed]),
  ...controls.map((control): RefusedText => [
    `control ${control.charCodeAt(0)} in a value`,
    inValue(`CANARY§${control}`),
    malformed,
  ]),
  ...controls.map((control): RefusedText => [
    `control ${control.charCodeAt(0)} in text`,
    inText(`CANARY§${control}`),
    malformed,
  ]),
  ...[...tags, ...unfinished, ...prologues].map(([about, marked]): RefusedText => [about, marked, malformed]),
  ...doctypes.map((marked, n): RefusedText => [`document type ${n + 1}`, marked, 'ConfigDoctype']),
  ...versions.map((marked): RefusedText => [`version ${marked.slice(16, 19)}`, marked, 'ConfigXmlVersion']),
  ['257 levels', levels(257), 'ConfigTooDeep'],
  ['100,000 levels', levels(100_000), 'ConfigTooDeep'],
];

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const labelled = (label: string, ...bytes: readonly number[]): readonly number[] => [
  ...ascii(`<?xml version="1.0" encoding="${label}"?>\n<configuration a="CANARY`),
  ...bytes,
  ...ascii('"/>'),
];
const wide = (text: string, high: number): readonly number[] =>
  ascii(text).flatMap((byte) => (high === 1 ? [byte, 0] : [0, byte]));
const sequences: readonly (readonly number[])[] = [
  [0x80],
  [0xbf],
  [0xc0, 0xaf],
  [0xc1, 0x81],
  [0xe0, 0x80, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xed, 0xbf, 0xbf],
  [0xf0, 0x80, 0x80, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0xff],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x94],
  [0xe4],
];
const unknownLabels = [
  'windows-1252',
  'utf-7',
  'utf-32',
  'shift_jis',
  'ebcdic-cp-us',
  'iso-8859-15',
  'big5',
  'gb2312',
  'CANARY',
  '',
];
const start = ascii('<configuration a="CANARY');

/** Bytes that are refused before or while they become text. */
export const refusedBytes: readonly RefusedBytes[] = [
  ['no bytes', [], 'ConfigEmpty', 1, 1],
  ...sequences.map((bytes): RefusedBytes => [
    `UTF-8 ${bytes.join(' ')}`,
    [...start, ...bytes, ...ascii('"/>')],
    'ConfigEncodingMismatch',
    1,
    25,
  ]),
  ['a byte of Latin-1 in UTF-8', labelled('utf-8', 0xe4), 'ConfigEncodingMismatch', 2, 25],
  ['a byte above 127 in US-ASCII', labelled('us-ascii', 0x80), 'ConfigEncodingMismatch', 2, 25],
  ...unknownLabels.map((label): RefusedBytes => [`label ${label}`, labelled(label), 'ConfigEncodingUnknown', 1, 1]),
  ['UTF-8 bytes that call themselves UTF-16', labelled('utf-16'), 'ConfigEncodingMismatch', 1, 1],
  [
    'a UTF-8 mark that calls itself Latin-1',
    [0xef, 0xbb, 0xbf, ...labelled('iso-8859-1')],
    'ConfigEncodingMismatch',
    1,
    1,
  ],
  [
    'a UTF-16 mark that calls itself UTF-8',
    [0xff, 0xfe, ...wide('<?xml version="1.0" encoding="utf-8"?><a/>', 1)],
    'ConfigEncodingMismatch',
    1,
    1,
  ],
  ['UTF-32 with a mark', [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0], 'ConfigEncodingUnknown', 1, 1],
  ['UTF-32 BE with a mark', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c], 'ConfigEncodingUnknown', 1, 1],
  ['UTF-32 without a mark', [0x3c, 0, 0, 0, 0x61, 0, 0, 0], 'ConfigEncodingUnknown', 1, 1],
  ['half a character of UTF-16', [0xff, 0xfe, ...wide('<a/>\n', 1), 0x0a], 'ConfigEncodingMismatch', 2, 1],
  [
    'half a pair of UTF-16 LE',
    [0xff, 0xfe, ...wide('<a b="', 1), 0x00, 0xd8, ...wide('"/>', 1)],
    'ConfigEncodingMismatch',
    1,
    7,
  ],
  [
    'the other half in UTF-16 BE',
    [0xfe, 0xff, ...wide('<a b="', 0), 0xdc, 0x00, ...wide('"/>', 0)],
    'ConfigEncodingMismatch',
    1,
    7,
  ],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'ConfigEncodingMismatch', 1, 1],
  ['an archive', [0x50, 0x4b, 3, 4, 20, 0], 'ConfigNotWellFormed', 1, 3],
  ['zeros', Array<number>(64).fill(0), 'ConfigNotWellFormed', 1, 1],
];
