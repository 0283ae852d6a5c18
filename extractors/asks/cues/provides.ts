import { all, each } from "../phrases.js";
import type { Cue } from "./cue.js";

/** What the employer gives or pays for. */
export const PROVIDES: readonly Cue[] = [
  {
    level: "provides",
    side: "both",
    phrases: all(
      "we pay|we will pay|we'll pay|we cover|we will cover|we sponsor|we will sponsor|we'll sponsor|we provide",
      "we will provide training|we'll provide training|we will provide the training|we offer|we train",
      "we will train|we'll train|we reimburse|company pays|company paid|company-paid|company sponsors",
      "company sponsored|firm sponsors|firm sponsored|employer pays|employer paid|employer-paid|paid for by",
      "paid by|pays for|will pay for|reimbursement|reimbursed|reimburses|reimburse|tuition assistance",
      "free training|paid training|training provided|training is provided|training will be provided",
      "provided free|sponsorship for|cover the cost of|covers the cost of|cover the costs of",
      "covering the cost of|pay the cost of|pay the costs of|pays the cost of|pay for your|pay for the",
      "pay for all|sponsored by us|at our expense|at no cost|covered by us|fees paid|fees covered|funded",
      "on our dime|at our cost|we send you to|we'll send you to|we will send you to",
      "fully funded|we will certify|training given|training and certification provided|certification provided",
      "assistance with|support for obtaining|we will help you|we help you",
    ),
  },
  // "Free CNA classes", "paid CDL training".
  {
    level: "provides",
    side: "after",
    phrases: "free|paid",
    inline: true,
    near: true,
  },
  {
    level: "provides",
    side: "before",
    phrases: "scholarship|scholarships",
    inline: true,
  },
  {
    level: "provides",
    side: "before",
    phrases: all(
      "sponsorship program|sponsorship programme|sponsorship available|is provided during|is given during",
      "provided during induction|provided at induction|provided at orientation|provided during orientation",
      "training available|training is available|training on offer|training offered|is on us|will be covered",
      "are covered|will be reimbursed|will be paid for|study leave",
    ),
    inline: true,
  },
  {
    level: "provides",
    side: "after",
    phrases: all(
      "employer covers|company covers|company will pay|company will cover|we'll cover|will cover the cost",
      "we'll get you|we will get you|help you get|help you obtain|help you become|help you earn|help you achieve|support you in",
      "support you to|support to become|support to obtain|support to gain|support in obtaining|support towards",
      "funding for|funding towards|get paid while you|get paid to|receive support with|assistance in gaining",
      "assistance in obtaining|assistance with obtaining",
      each(
        "opportunity to|the chance to",
        "complete|gain|earn|undertake|achieve|attain|study|study for|develop|progress|train|train as|work towards",
      ),
      each("training to", "complete|gain|attain|become"),
      each(
        "supported to|be supported to",
        "complete|gain|achieve|attain|obtain|become|undertake|study|study for|work towards|work toward",
      ),
      each("supported in|supported with", "completing|gaining|achieving|attaining|obtaining|becoming"),
    ),
    inline: true,
  },
];
