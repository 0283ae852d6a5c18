import { all, each } from "../phrases.js";
import type { Cue } from "./cue.js";

/** What is asked of some posts, or perhaps. */
export const MAY: readonly Cue[] = [
  {
    level: "may",
    side: "both",
    phrases: all(
      "may require|may be required|may be required to|may need|might require|some positions require",
      "some positions may require|some positions may|certain positions|some positions|some assignments",
      "some assignments may require|may also require|may also be required|may not require|may not be required",
      "may be asked|may be needed|could be required|may be substituted|may substitute|may be accepted in lieu",
      "not all positions|for positions requiring|maybe required|maybe needed|maybe necessary|might be required",
      "might be needed|may be necessary|may become required|can be required",
    ),
  },
  {
    level: "may",
    side: "both",
    phrases: each(
      each(
        "some|certain|select|specific|selected|certain other|some other",
        all(
          "positions|roles|jobs|assignments|locations|sites|routes|posts|units|departments|programs|schools",
          "facilities|clients|areas|classes|client locations|client sites|job sites|work sites|work locations",
          "contracts|projects|states|counties|municipalities|jurisdictions",
        ),
      ),
      "require|need|may require|may need|will require|may also require",
    ),
  },
  // What only ranks those who apply.
  {
    level: "may",
    side: "after",
    phrases: all(
      each("ranking|rating|evaluation", "factor|factors|criteria"),
      each("rated|ranked|scored", "on|by|based on|according to"),
      each("additional|extra|preference", "points will be given for|points are given for|credit will be given for"),
      "quality ranking criteria|additional points for|preference points for|may be given credit for|may receive credit for",
    ),
    inline: true,
  },
  // Ways that some may take: "alternate methods to meeting the requirement (for example, registration as ...)".
  {
    level: "may",
    side: "after",
    phrases: all(
      each("alternate|alternative|other", each("methods|ways", "to meeting|to meet|of meeting")),
      "experience credit will be given for|credit will be given for|experience credit may be given for",
      "examples of additional documentation|additional documentation may include",
      each("may be certified|may be licensed", "by|through"),
      "when there is no|where there is no|if there is no",
      each("may", "practice with|practise with|practice under|practise under|work with a valid"),
    ),
  },
  {
    level: "may",
    side: "before",
    phrases: each(
      "considered on",
      "a case-by-case basis|a case by case basis|case-by-case basis|an individual basis|individual merit",
    ),
  },
  {
    level: "may",
    side: "both",
    phrases: each("not all", "roles|jobs|routes|sites|locations|posts|assignments"),
  },
  {
    level: "may",
    side: "after",
    phrases: all(
      "positions requiring|positions that require",
      each(
        "for positions|for those positions|for certain positions|for assignments|for roles",
        "in|within|assigned to",
      ),
    ),
  },
  {
    level: "may",
    side: "after",
    phrases: each(
      all("depending on|depending upon", each("depending on|depending upon", "the|your|assigned|specific")),
      "department|unit|unit/department|department/unit|position|assignment|location|area|role|specialty|site|shift",
    ),
  },
  // What is asked of some posts only. It speaks of what stands before it: "CPR required for some sites".
  {
    level: "may",
    side: "before",
    phrases: all(
      each(
        "not required|is not required|not needed|is not needed",
        "for all positions|for all roles|for all routes|for all jobs|at all sites|at all locations|on all routes",
      ),
      each(
        all(
          "required|is required|are required|needed|is needed|are needed|necessary|is necessary|are necessary",
          "mandatory|is mandatory|are mandatory|essential|a requirement|is a requirement",
        ),
        all(
          "prior to appointment for some|prior to appointment to some|prior to appointment for certain",
          "for some|for certain|for select|for selected|for specific|for particular|at some|at certain|at select",
          "in some|in certain|on some|on certain|by some|by certain|depending|depending on|depending upon",
          ", depending|based on assignment|based on location|based on the assignment",
        ),
      ),
    ),
  },
];
