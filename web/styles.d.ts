/** Styles that come with a later piece of script: the build turns the import into a stylesheet of its own. */
declare module "*.css";
