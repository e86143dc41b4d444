/** A value as both kinds of database give it. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** A table as far as copying it goes: the columns of its primary key in their order, and all columns by name. */
export type Table = {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
};

/** One end of a copy, spoken to in plain SQL: names in it are quoted by `quote`, values are `?`. */
export type Side = {
  quote(name: string): string;
  /** The tables that hold data, without those of the migrations. */
  tables(): Promise<readonly Table[]>;
  migrations(): Promise<readonly string[]>;
  read(sql: string, values: readonly Value[]): Promise<readonly Row[]>;
  /** Runs these in one transaction, without looking at foreign keys: rows come table by table. */
  write(statements: readonly { readonly sql: string; readonly values: readonly Value[] }[]): Promise<void>;
  close(): Promise<void>;
};
