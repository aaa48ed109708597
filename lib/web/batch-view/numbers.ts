/** "12,400". */
export const number = (count: number): string => NUMBER.format(count);

const NUMBER = new Intl.NumberFormat("en");
