/** Numbers in network order (RFC 1035 2.3.2). */
export const u16 = (value: number): readonly number[] => [(value >> 8) & 0xff, value & 0xff];

export const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
