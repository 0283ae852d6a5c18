/** Its own file is loaded instead of all of `natural`, which takes half a second. 1 is equal, 0 has nothing in common. */
declare module "natural/lib/natural/distance/jaro-winkler_distance.js" {
  export default function jaroWinkler(a: string, b: string, options?: { ignoreCase?: boolean }): number;
}

/** Words without their endings: "certifications" and "certification" are one. */
declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const porter: { stem(word: string): string };
  export default porter;
}
