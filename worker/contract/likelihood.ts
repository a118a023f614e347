/** The ladder of likelihood ratios, as they are written in files (method, section 7; ruling 37). */
export const LIKELIHOOD_RATIOS = ["10", "5", "3", "2", "1.5", "1", "1/1.5", "1/2", "1/3", "1/5", "1/10"] as const;
