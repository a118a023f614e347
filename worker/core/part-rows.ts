/**
 * Rows of an import's part: what can be checked and hashed within the 10 ms of a free plan's request. Stored rows have
 * their places by it: part 2 begins at place 200.
 */
export const PART_ROWS = 100;
