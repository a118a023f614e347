export * from "./events";
export * from "./ledger";
export * from "./people";
export * from "./sharing";
export * from "./verdicts";
