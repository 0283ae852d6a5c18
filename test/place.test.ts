import { expect, test } from "vitest";
import { readPlace, regionOf } from "../extractors/place.js";
import { factTable, orNull } from "./support/fact-table.js";

test.each(factTable("region"))("$location is in $expected", ({ location = "", expected }) => {
  expect(regionOf(location)).toBe(orNull(expected));
});

test.each(factTable("place"))(
  "$title: $text -> $region, remote: $remote",
  ({ title = "", text = "", region, remote }) => {
    expect(readPlace(title, text)).toEqual({ region: orNull(region), remote: remote === "yes" });
  },
);
