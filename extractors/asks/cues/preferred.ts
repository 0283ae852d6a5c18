import { all, each } from "../phrases.js";
import type { Cue } from "./cue.js";

/** What is wished for. */
export const PREFERRED: readonly Cue[] = [
  {
    level: "preferred",
    side: "both",
    phrases: all(
      "preferred|pref|prefered|preffered|preferable|preferably|prefer|prefers|preference|desired|desirable",
      "highly desired|highly desirable|nice to have|nice-to-have|nice to haves|ideal|ideally|bonus|bonus points",
      "optional|advantageous|strongly preferred|good to have|wish list|would love",
    ),
  },
  {
    level: "preferred",
    side: "before",
    phrases: all(
      "a plus|is a plus|are a plus|a big plus|a huge plus|a definite plus|a strong plus|big plus|pluses|plusses",
      "an asset|is an asset|considered an asset|an advantage|is an advantage|be advantage|distinct advantage",
      "beneficial|helpful|a benefit|favorable|favourable|welcome|welcomed|would be great|is great|recommended",
      "encouraged|strongly encouraged|valued|highly valued|appreciated|highly regarded|looked upon favorably",
      "viewed favorably|be useful|is useful",
    ),
  },
  {
    level: "preferred",
    side: "after",
    phrases: "pluses include|plus if you|plus:|extra credit|it helps if|we'd love",
  },
  {
    level: "preferred",
    side: "before",
    phrases: all(
      "an added advantage|added advantage|an added bonus|an added plus|added plus|would be nice|would help",
      "will help|an edge|sets you apart|set you apart|looked upon favourably|viewed favourably|given priority",
      "given preference|of benefit|would be of benefit|but useful|useful but|would be useful|very useful",
      "particularly useful|is nice|are nice|also nice|very nice|nice too|nice but not|cool but not|great but not|good but not",
      "a differentiator|nice.|nice;|asset.|asset;|well regarded.",
      each("is|are|be", "well regarded|very well regarded"),
      each("would be|is|are", "amazing|awesome|fantastic|wonderful|terrific"),
    ),
    inline: true,
  },
  {
    level: "preferred",
    side: "after",
    phrases: all(
      "quality ranking factor|quality ranking factors|likely to hold|likely to have|likely to possess|extra points for",
      "brownie points for|priority will be given to|priority given to|we'd like",
      "we would like you to have",
      each(
        all(
          "a plus if|is a plus if|a bonus if|is a bonus if|great if|be great if|nice if|be nice if|helpful if",
          "useful if|better if|bonus points if|an advantage if|an asset if|beneficial if|desirable if",
          "advantageous if|ideal if|love it if|impressed if",
        ),
        "you have|you hold|you possess|you are|you had|you also have|you're|they have|they hold",
      ),
    ),
    inline: true,
  },
  // Who may come besides is no condition: "we are also interested in applications from carers with any of the following:".
  {
    level: "preferred",
    side: "after",
    phrases: each(
      "also interested in|also keen on|also welcome|also welcoming|also consider|also happy to consider",
      all(
        "applications from|receiving applications from|hearing from|candidates with|applicants with",
        "candidates who have|applicants who have|candidates who hold|applicants who hold",
      ),
    ),
  },
  {
    level: "preferred",
    side: "after",
    phrases: each(
      all(
        "encouraged to apply|encourage you to apply|encouraging you to apply|would help|will help",
        "would be helpful|especially",
      ),
      "if|if you have|if you hold|if you are|if you possess",
    ),
  },
];
