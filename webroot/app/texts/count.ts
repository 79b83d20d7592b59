/** A number and its noun. */
export const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
