import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { packagePath } from "../../models/package-root.js";
import {
  Board,
  Certificate,
  type DemoCertificate,
  type DemoOccupation,
  Layout,
  Occupation,
  Phrases,
  Places,
  SkillSet,
} from "./shapes.js";

export interface Vocabulary {
  occupations: readonly DemoOccupation[];
  certificates: readonly DemoCertificate[];
  skills: readonly SkillSet[];
  boards: readonly Board[];
  layouts: readonly Layout[];
  places: readonly Places[];
  /** Lists of phrases by name; `about.health`, `certification.required.cue` and so on. */
  phrases(name: string): readonly string[];
}

const folder = packagePath("pipelines", "demo", "vocabulary");

function read<T>(file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(join(folder, file), "utf8")));
  if (!result.success) throw new Error(`${join(folder, file)}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function readOccupations(): DemoOccupation[] {
  const files = readdirSync(join(folder, "occupations")).sort();
  return files.map((file) => read(join("occupations", file), Occupation));
}

function readVocabulary(): Vocabulary {
  const lists = new Map(Object.entries(read("phrases.yaml", Phrases)));
  return {
    occupations: readOccupations(),
    certificates: read("certificates.yaml", z.array(Certificate)),
    skills: read("skills.yaml", z.array(SkillSet)),
    boards: read("boards.yaml", z.array(Board)),
    layouts: read("layouts.yaml", z.array(Layout)),
    places: read("places.yaml", z.array(Places)),
    phrases: (name) => {
      const found = lists.get(name);
      if (found === undefined) throw new Error(`${join(folder, "phrases.yaml")}: no list named ${name}`);
      return found;
    },
  };
}

let loaded: Vocabulary | undefined;

/** The words and rates that the simulation is made of: `vocabulary/*.yaml`, read and validated once. */
export function vocabulary(): Vocabulary {
  loaded ??= readVocabulary();
  return loaded;
}
