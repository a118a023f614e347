export * from "./discussion";
export * from "./events";
export * from "./imports";
export * from "./ledger";
export * from "./people";
export * from "./sharing";
export * from "./verdicts";
