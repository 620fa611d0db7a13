/** As much of JSON Schema as the types of `schema.ts` turn into. */
export interface JsonSchema {
  readonly type?: string;
  readonly $ref?: string;
  readonly const?: boolean | number | string;
  readonly enum?: readonly (boolean | number | string)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly discriminator?: { readonly propertyName: string };
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}
