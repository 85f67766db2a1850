import { ok, type Result } from '../report/result';
import { isAdapterFile } from './adapter';
import { decode, type DecodedText } from './decode';
import { locate } from './locate';
import { secretPlaces, type SecretPlaces } from './secretPlaces';
import { adapterSettings, webSettings, type Settings } from './settings';
import type { ConfigTree } from './tree';

/** A config file that was read: its text and bytes' form, its elements, its settings in force, what of it is secret. */
export interface ConfigFile extends ConfigTree, DecodedText {
  readonly kind: 'web' | 'adapter';
  readonly settings: Settings;
  readonly secret: SecretPlaces;
}

/**
 * Reads a config file: a web.config of the portal or the mobile app, of any age, or the AD FS adapter's config. Takes any
 * bytes; gives the file or the refusal with line and column, never an exception, never a value in a message. Limits: 16 MB,
 * 256 levels. Pure; one pass over the text.
 */
export function readConfig(bytes: Uint8Array): Result<ConfigFile> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const located = locate(decoded.value.text);
  if (!located.ok) return located;
  const kind = isAdapterFile(located.value) ? 'adapter' : 'web';
  const secret = secretPlaces(located.value);
  const settings = kind === 'adapter' ? adapterSettings(located.value, secret) : webSettings(located.value, secret);
  return ok({ ...decoded.value, ...located.value, kind, settings, secret });
}
