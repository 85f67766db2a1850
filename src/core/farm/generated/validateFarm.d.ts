/** One thing that schemas/farm.schema.json refuses. */
export interface SchemaError {
  /** JSON pointer of the value that was looked at. */
  readonly instancePath: string;
  /** Where the rule stands in the schema, such as `#/$defs/hostName/pattern`. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The rule's own value: the list of an `enum`, the names of a `required`. */
  readonly schema: unknown;
  readonly parentSchema: { readonly properties?: Readonly<Record<string, unknown>> };
  readonly data: unknown;
}

/** Whether the content has the shape of farm.json. Leaves everything that does not fit in `errors`. */
export const validateFarm: {
  (content: unknown): boolean;
  errors: readonly SchemaError[] | null;
};
