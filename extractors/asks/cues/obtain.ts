import { all, each } from "../phrases.js";
import type { Cue } from "./cue.js";

/** What may be had after the hire. */
export const OBTAIN: readonly Cue[] = [
  {
    level: "obtain",
    side: "before",
    phrases: all(
      "within one|within two|within three|within four|within five|within six|within nine|within twelve",
      "within eighteen|within 30|within 45|within 60|within 90|within 120|within 180|within 1|within 2|within 3",
      "within 4|within 5|within 6|within 8|within 9|within 10|within 12|within 14|within 15|within 18|within 24",
      "within 36|within the first|within first|within ninety|within thirty|within sixty|in 30 days|in 60 days",
      "in 90 days|in six months|after hire|after being hired|following hire|after employment|after appointment",
      "of hire|of employment start|of start date|during probation|during the probationary|by end of probation",
      "during the first|prior to completion of probation|before the end of probation|after starting",
      "by the end of the probationary|by end of the probationary|by the end of probation|to be obtained",
      "to be completed|to be acquired|must be obtained|be obtained|must be completed within|upon being hired",
      "after hiring|once hired|once employed|after joining|within the time prescribed",
      "within the prescribed time|within the time frame prescribed|within the required time",
      "within the required timeframe|within the specified time|within a specified time|within a reasonable time",
      "within a year|within the probationary|prior to the end of probation|by the end of your probation",
      each("in", "45 days|120 days|180 days|3 months|6 months|12 months|three months|twelve months"),
      each("w/in|w/i", "30|45|60|90|120|180|1|2|3|6|12|18|24|one|two|three|six|twelve"),
      "during training|within the semester|within one semester|within the first semester",
      "post-hire|post hire|may secure|may be obtained|can be obtained|may be acquired",
      "not required at time of hire|not required at the time of hire|not required upon hire",
      "not required to start",
      each(
        all(
          "within|during|in|through|throughout|by the end of|by end of|prior to the end of|at the end of",
          "before the end of|by completion of|upon completion of",
        ),
        all(
          "orientation|the orientation|new hire orientation|new employee orientation|your orientation|onboarding",
          "the onboarding|your onboarding|new hire training|initial training",
        ),
      ),
    ),
  },
  {
    level: "obtain",
    side: "after",
    phrases: all(
      "ability to obtain|able to obtain|ability to get|able to get|ability to acquire|able to acquire",
      "ability to successfully achieve|ability to successfully obtain",
      "ability to secure|ability to earn|ability to become|able to become|ability to complete and obtain",
      each(
        "obtain|obtains|obtaining|acquire|attain|secure|earn|achieve|get",
        all(
          "and maintain|and maintains|and maintaining|and subsequently maintain|and subsequently maintains",
          "and then maintain|and keep",
        ),
      ),
      "obtain or maintain|obtain/maintain|obtain & maintain|able to attain|ability to attain|able to earn",
      "able to secure|able to complete|willing to obtain|willingness to obtain|willing to get|willing to become",
      "willingness to become|willing to acquire|willing to complete|willing to pursue|willing to earn",
      "willing to work towards|willing to work toward|willing to undertake|willingness to work towards",
      "willingness to complete|willingness to pursue|work towards|work toward|will be required to obtain",
      "required to obtain|required to become|required to get|required to complete|expected to obtain",
      "will obtain|will need to obtain|eligible to obtain|qualify to obtain|to obtain|eligibility for",
      "eligible for|eligible to sit for|or obtain|or be able to|can obtain|be able to obtain",
      "opportunity to become",
      "ability to be credentialed|able to be credentialed",
      each(
        "you will|you'll|you will also|you'll also|you will then|you'll then",
        "complete|gain|achieve|work towards|work toward|study for",
      ),
    ),
  },
  {
    level: "obtain",
    side: "after",
    phrases: all(
      "ability to be|able to be|in the process of|in process of|pursuing|pursuing a|pursuing an|pursuing your|pursuing the|actively pursuing|in pursuit of|upon obtaining",
      "upon receiving|with us prior to",
      each("until you|once you", "receive|obtain|gain|get|have received|have obtained|have gained"),
    ),
    inline: true,
    near: true,
  },
  {
    level: "obtain",
    side: "before",
    phrases: each("in|by the end of|by end of|during", "the first|your first|their first|first"),
  },
  {
    level: "obtain",
    side: "after",
    phrases: all(
      each(
        "be willing to",
        all(
          "obtain|become|get|complete|pursue|earn|acquire|undertake|work towards|work toward|train|be trained",
          "be certified|be licensed|gain|achieve|study",
        ),
      ),
      each(
        "willingness and ability to|ability and willingness to|willing and able to|able and willing to",
        "obtain|become|get|complete|undertake|gain|achieve|attain|work towards|work toward",
      ),
      "on track toward|on track towards|on track to obtain|on track for|close to obtaining|must become",
      "willing to be certified|willing to be licensed|willingness to get|willingness to be certified",
      "in the process of obtaining|process of obtaining|working towards|working toward",
      "progressing towards|progressing toward|studying towards|studying toward|studying for",
    ),
  },
  {
    level: "obtain",
    side: "before",
    phrases: each(
      each("prior to|before|by|upon|within", "the end of|end of|the completion of|completion of|completing"),
      all(
        "probation|the probation|your probation|the probationary period|your probationary period",
        "a probationary period|the probation period",
      ),
    ),
  },
  // "Possess or obtain within a year of hire a POST certificate".
  {
    level: "obtain",
    side: "after",
    phrases: each(
      "possess or|must possess or|hold or|must hold or|have or|must have or",
      "obtain within|acquire within",
    ),
    inline: true,
  },
  // "Must have a BLS card or must obtain one within a month of hire" speaks of what stands before it.
  {
    level: "obtain",
    side: "before",
    phrases: all(
      each("or", "must obtain within|must be obtained|must be obtained within|obtain within|obtained within"),
      each("during|at", "onsite onboarding|on-site onboarding|hospital orientation|unit orientation"),
    ),
  },
];
