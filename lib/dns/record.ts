import type { RecordData, RecordType } from "./answer.ts";

/** One resource record of class IN, owner name canonical. */
export type ResourceRecord = {
  [Type in RecordType]: {
    readonly name: string;
    readonly type: Type;
    readonly ttl: number;
    readonly data: RecordData[Type];
  };
}[RecordType];

export type RecordOf<Type extends RecordType> = Extract<ResourceRecord, { type: Type }>;

/** Puts a record together; the signature pairs type and data, which the compiler cannot follow inside. */
export const recordOf = <Type extends RecordType>(
  name: string,
  type: Type,
  ttl: number,
  data: RecordData[Type],
): ResourceRecord => ({ name, type, ttl, data }) as ResourceRecord;

/** The data of records that are all of the type asked for. */
export const dataOf = <Type extends RecordType>(
  records: readonly ResourceRecord[],
): readonly RecordData[Type][] => records.map(record => record.data as RecordData[Type]);

/** Whether a record is of this type. */
export const isType =
  <Type extends RecordType>(type: Type) =>
  (record: ResourceRecord): record is RecordOf<Type> =>
    record.type === type;
