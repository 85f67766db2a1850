/** What the hosts of a simulated farm share, as `.farm.json` beside them says it: the part that a rehearsal watches. */
export interface FarmState {
  /** Minutes of the simulated evening. */
  readonly minutes: number;
  readonly pools: readonly SimulatedPool[];
  readonly clients: readonly SimulatedClient[];
  /** Each program that changed a host, and through which pools and clients people still reached it just then. */
  readonly changes: readonly SimulatedChange[];
  /** What the simulation itself saw that must never be, in words. */
  readonly violations: readonly string[];
}

interface SimulatedPool {
  readonly name: string;
  readonly serves: string;
  readonly members: readonly { readonly host: string; readonly state: string }[];
}

interface SimulatedClient {
  readonly name: string;
  readonly servers: readonly string[];
  /** Its servers in the order that was agreed before. */
  readonly agreed: readonly string[];
}

interface SimulatedChange {
  readonly host: string;
  readonly program: string;
  readonly reachedThrough: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads `.farm.json`, which our own simulation writes; undefined when it is not there whole. Pure. */
export function parseFarmState(text: string): FarmState | undefined {
  try {
    const value = JSON.parse(text) as Fields;
    const minutes = value['minutes'];
    if (typeof minutes !== 'number') return undefined;
    return {
      minutes,
      pools: list(value['pools']) as unknown as readonly SimulatedPool[],
      clients: list(value['clients']).map((client) => ({
        name: String(client['name']),
        servers: names(client['servers']),
        agreed: names(client['agreed']),
      })),
      changes: list(value['changes']).map((change) => ({
        host: String(change['host']),
        program: String(change['program']),
        reachedThrough: names(change['reachedThrough']),
      })),
      violations: names(value['violations']),
    };
  } catch {
    return undefined; // cut or foreign: the caller says so
  }
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
