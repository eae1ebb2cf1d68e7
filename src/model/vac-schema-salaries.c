/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-schema"

#include "config.h"

#include "vac-schema-private.h"

/* The part of the schema with what the market pays: surveys, their figures for a place, and how a
 * range is made of them. */

#define MOST_HOURS   8784   /* of a leap year */
#define MOST_PERCENT 100
#define MOST_SAMPLE  G_MAXINT32

static const VacChoice area_kinds[] = {
  { VAC_AREA_METROPOLITAN, N_("Metropolitan area") },
  { VAC_AREA_COMBINED, N_("Combined area") },
  { VAC_AREA_DIVISION, N_("Metropolitan division") },
  { VAC_AREA_NONMETROPOLITAN, N_("Nonmetropolitan area") },
  { VAC_AREA_STATE, N_("State or region") },
  { VAC_AREA_COUNTRY, N_("Country") },
  { VAC_AREA_CITY, N_("City") },
  { NULL }
};

static const VacChoice targets[] = {
  { VAC_TARGET_MIDPOINT, N_("Midpoint") },
  { VAC_TARGET_P10, N_("10th percentile") },
  { VAC_TARGET_P25, N_("25th percentile") },
  { VAC_TARGET_MEDIAN, N_("Median") },
  { VAC_TARGET_P75, N_("75th percentile") },
  { VAC_TARGET_P90, N_("90th percentile") },
  { VAC_TARGET_MEAN, N_("Mean") },
  { NULL }
};

static const VacField survey_fields[] = {
  TEXT ("id", VAC_ROLE_SURVEY_ID, N_("Survey id"),
        N_("What figures refer to the survey by, within the file; without one, by its name.")),
  TEXT ("name", VAC_ROLE_SURVEY_NAME, N_("Survey"),
        N_("What the survey is called, for example Occupational Employment and Wage Statistics.")),
  TEXT ("publisher", VAC_ROLE_SURVEY_PUBLISHER, N_("Publisher"),
        N_("Who publishes the survey.")),
  TEXT ("edition", VAC_ROLE_SURVEY_EDITION, N_("Survey edition"),
        N_("Which edition the figures are from, for example May 2024.")),
  DATE ("effective", VAC_ROLE_SURVEY_EFFECTIVE, N_("Effective date"),
        N_("The day that the figures hold for, from which they are aged.")),
  SYNTAX ("url", VAC_ROLE_SURVEY_URL, N_("Survey link"),
          N_("Where the survey can be looked up."), VAC_SYNTAX_URL),
  SYNTAX ("currency", VAC_ROLE_SURVEY_CURRENCY, N_("Currency as published"),
          N_("The currency of the survey’s figures; the table’s, where nothing is said."),
          VAC_SYNTAX_CURRENCY),
  CHOICE ("period", VAC_ROLE_SURVEY_PERIOD, N_("Period as published"),
          N_("What the survey’s figures are paid for; the table’s period, where nothing is said."),
          vac_schema_periods),
  INTEGER ("hoursPerYear", VAC_ROLE_SURVEY_HOURS, N_("Hours a year"),
           N_("How many hours make a year where figures are hourly; 2,080 where nothing is "
              "said."), 1, MOST_HOURS),
  DECIMAL ("rate", VAC_ROLE_SURVEY_RATE, N_("Exchange rate"),
           N_("What one unit of the survey’s currency is in the table’s; needed with its "
              "date."), 0, 1000000),
  DATE ("rateDate", VAC_ROLE_SURVEY_RATE_DATE, N_("Date of the rate"),
        N_("The day of the exchange rate.")),
  INTEGER ("weight", VAC_ROLE_SURVEY_WEIGHT, N_("Weight in the table"),
           N_("How much the survey counts in what the table shows; several weights make a "
              "blend."), 0, MOST_PERCENT),
  PROSE ("note", VAC_ROLE_SURVEY_NOTE, N_("Note on the survey"),
         N_("What is to be known of the survey, for example who took part.")),
  END
};
static const VacField survey =
  ENTRY (VAC_ROLE_SURVEY, N_("Survey"),
         N_("Where figures come from: what was published, by whom, and for when."), survey_fields,
         N_("Add Survey"), N_("Survey removed"));

static const VacField figure_fields[] = {
  TEXT ("survey", VAC_ROLE_FIGURE_SURVEY, N_("From survey"),
        N_("The id or the name of the survey that the figures are from.")),
  MONEY ("p10", VAC_ROLE_FIGURE_P10, N_("10th percentile"),
         N_("What a tenth is paid less than.")),
  MONEY ("p25", VAC_ROLE_FIGURE_P25, N_("25th percentile"),
         N_("What a quarter is paid less than.")),
  MONEY ("median", VAC_ROLE_FIGURE_MEDIAN, N_("Median"),
         N_("What half is paid less than.")),
  MONEY ("p75", VAC_ROLE_FIGURE_P75, N_("75th percentile"),
         N_("What three quarters are paid less than.")),
  MONEY ("p90", VAC_ROLE_FIGURE_P90, N_("90th percentile"),
         N_("What nine tenths are paid less than.")),
  MONEY ("mean", VAC_ROLE_FIGURE_MEAN, N_("Mean"),
         N_("The average of what is paid.")),
  MONEY ("minimum", VAC_ROLE_FIGURE_MINIMUM, N_("Range from"),
         N_("The lower end, where the survey gives a range.")),
  MONEY ("maximum", VAC_ROLE_FIGURE_MAXIMUM, N_("Range to"),
         N_("The upper end, where the survey gives a range.")),
  TEXT ("occupation", VAC_ROLE_FIGURE_OCCUPATION, N_("Occupation code"),
        N_("The survey’s code of the occupation, for example 15-2051.")),
  TEXT ("match", VAC_ROLE_FIGURE_MATCH, N_("Match"),
        N_("How well the survey’s occupation matches the job, in a few words.")),
  TEXT ("areaCode", VAC_ROLE_FIGURE_AREA_CODE, N_("Area code"),
        N_("The survey’s code of the area, for example 42660.")),
  CHOICE ("areaKind", VAC_ROLE_FIGURE_AREA_KIND, N_("Kind of area"),
          N_("What the survey’s area is, for example a metropolitan area or a state."), area_kinds),
  INTEGER ("sample", VAC_ROLE_FIGURE_SAMPLE, N_("Sample"),
           N_("How many people or answers the figures are made from."), 0, MOST_SAMPLE),
  TOGGLE ("accepted", VAC_ROLE_FIGURE_ACCEPTED, N_("Accept doubtful percentiles"),
          N_("Turn this on to use upper percentiles that have collapsed into one."), FALSE),
  END
};
static const VacField figure =
  ENTRY (VAC_ROLE_FIGURE, N_("Figures"),
         N_("What one survey says of pay in one place."), figure_fields, N_("Add Figures"),
         N_("Figures removed"));

static const VacField national_fields[] = {
  MONEY ("minimum", VAC_ROLE_NATIONAL_MINIMUM, N_("National minimum"),
         N_("The lower end of pay in the whole country, with cents where it has them.")),
  MONEY ("maximum", VAC_ROLE_NATIONAL_MAXIMUM, N_("National maximum"),
         N_("The upper end of pay in the whole country, with cents where it has them.")),
  LIST ("figures", VAC_ROLE_FIGURES, N_("Figures of surveys"),
        N_("What surveys say of pay, each with its source."), &figure),
  END
};

static const VacField place_fields[] = {
  TEXT ("name", VAC_ROLE_PLACE_NAME, N_("Place"),
        N_("The city, region, or country as the comparison shows it.")),
  MONEY ("minimum", VAC_ROLE_PLACE_MINIMUM, N_("Minimum"),
         N_("The lower end of pay in this place, with cents where it has them.")),
  MONEY ("maximum", VAC_ROLE_PLACE_MAXIMUM, N_("Maximum"),
         N_("The upper end of pay in this place, with cents where it has them.")),
  TEXT ("note", VAC_ROLE_PLACE_NOTE, N_("Note"),
        N_("What is particular about pay in this place.")),
  INTEGER ("priceIndex", VAC_ROLE_PLACE_PRICE_INDEX, N_("Price index"),
           N_("Prices in this place, with the national average as 100; the file counts "
              "hundredths."), 1, 1000000),
  TEXT ("priceIndexArea", VAC_ROLE_PLACE_PRICE_INDEX_AREA, N_("Area of the price index"),
        N_("Which area the price index is of, where several share the name of the place.")),
  DECIMAL ("differential", VAC_ROLE_PLACE_DIFFERENTIAL, N_("Percent of national pay"),
           N_("What a place without figures pays in percent of national pay, as an "
              "estimate."), 1, 1000),
  LIST ("figures", VAC_ROLE_FIGURES, N_("Figures of surveys"),
        N_("What surveys say of pay, each with its source."), &figure),
  END
};
static const VacField place =
  RECORD (NULL, VAC_ROLE_PLACE, N_("Place"),
          N_("One place and what the job pays there."), place_fields);

static const VacField aging_fields[] = {
  DECIMAL ("rate", VAC_ROLE_AGING_RATE, N_("Pay rises by percent a year"),
           N_("How much pay rises in a year, in percent; nothing is aged without it."), 0,
           MOST_PERCENT),
  DATE ("to", VAC_ROLE_AGING_TO, N_("Aged to"),
        N_("The day to which the figures of surveys are aged, a twelfth of the rate a month.")),
  END
};

static const VacField rule_fields[] = {
  CHOICE ("target", VAC_ROLE_RULE_TARGET, N_("Range is made of"),
          N_("Which figure of a place its range is made of, by this rule."), targets),
  DECIMAL ("factor", VAC_ROLE_RULE_FACTOR, N_("Times"),
           N_("What the figure is multiplied by; 1 where nothing is said."), 0, 100),
  DECIMAL ("spread", VAC_ROLE_RULE_SPREAD, N_("Plus and minus percent"),
           N_("How far the range reaches to both sides, in percent."), 0, MOST_PERCENT),
  MONEY ("rounding", VAC_ROLE_RULE_ROUNDING, N_("Rounded to"),
         N_("What both ends are multiples of, for example 1,000.")),
  END
};

static const VacField zone_place =
  TEXT (NULL, VAC_ROLE_ZONE_PLACE, N_("Place in the zone"),
        N_("The name of a place, as the table has it."));

static const VacField zone_step_fields[] = {
  MONEY ("upTo", VAC_ROLE_ZONE_STEP_UP_TO, N_("Pay up to"),
         N_("The highest midpoint of the base range that the percentage holds for; empty for all "
            "above.")),
  DECIMAL ("percentOfBase", VAC_ROLE_ZONE_STEP_PERCENT, N_("Percent of the base"),
           N_("What the zone pays in percent of the base, for example 110."), 1, 1000),
  END
};
static const VacField zone_step =
  ENTRY (VAC_ROLE_ZONE_STEP, N_("Differential"),
         N_("What the zone pays in percent of the base, up to some level of pay."),
         zone_step_fields, N_("Add Differential"), N_("Differential removed"));

static const VacField zone_fields[] = {
  TEXT ("name", VAC_ROLE_ZONE_NAME, N_("Pay zone"),
        N_("What the zone is called, for example Zone A.")),
  PROSE ("explanation", VAC_ROLE_ZONE_EXPLANATION, N_("Explanation of the zone"),
         N_("Why these places are paid alike, printed with the comparison.")),
  LIST ("places", VAC_ROLE_ZONE_PLACES, N_("Places in the zone"),
        N_("The places that are paid by the zone."), &zone_place),
  LIST ("steps", VAC_ROLE_ZONE_STEPS, N_("Differentials"),
        N_("What the zone pays in percent of the base; a percentage may hold up to some level of "
           "pay and another above."), &zone_step),
  END
};
static const VacField zone =
  ENTRY (VAC_ROLE_ZONE, N_("Pay zone"),
         N_("Places that are paid alike, in percent of the base."), zone_fields,
         N_("Add Pay Zone"), N_("Pay zone removed"));

static const VacField scenario_fields[] = {
  TEXT ("name", VAC_ROLE_SCENARIO_NAME, N_("Scenario"),
        N_("What the scenario is called.")),
  TEXT ("ofPlace", VAC_ROLE_SCENARIO_PLACE, N_("Made of the place"),
        N_("The place whose figures the range is made of; the national figures where nothing is "
           "said.")),
  TEXT ("ofZone", VAC_ROLE_SCENARIO_ZONE, N_("Or of the pay zone"),
        N_("The pay zone whose range is tried.")),
  TEXT ("survey", VAC_ROLE_SCENARIO_SURVEY, N_("By the survey"),
        N_("The id or the name of the survey whose figures are taken; those that the table shows "
           "where nothing is said.")),
  CHOICE ("target", VAC_ROLE_SCENARIO_TARGET, N_("Range is made of"),
          N_("Which figure the range is made of; as in the range rule where nothing is said."),
          targets),
  DECIMAL ("factor", VAC_ROLE_SCENARIO_FACTOR, N_("Times"),
           N_("What the figure is multiplied by; as in the range rule where nothing is said."), 0,
           100),
  DECIMAL ("spread", VAC_ROLE_SCENARIO_SPREAD, N_("Plus and minus percent"),
           N_("How far the range reaches to both sides; as in the range rule where nothing is "
              "said."), 0, MOST_PERCENT),
  MONEY ("rounding", VAC_ROLE_SCENARIO_ROUNDING, N_("Rounded to"),
         N_("What both ends are multiples of; as in the range rule where nothing is said.")),
  END
};
static const VacField scenario =
  ENTRY (VAC_ROLE_SCENARIO, N_("Scenario"),
         N_("A range that is tried beside the present one."), scenario_fields,
         N_("Add Scenario"), N_("Scenario discarded"));

static const VacField factor =
  PROSE (NULL, VAC_ROLE_FACTOR, N_("Factor"),
         N_("One thing that moves pay up or down within a range."));

const VacField vac_schema_salaries_fields[] = {
  INTEGER ("year", VAC_ROLE_SALARIES_YEAR, N_("Year"),
           N_("The year that the figures are from."), 1900, 2200),
  SYNTAX ("currency", VAC_ROLE_SALARIES_CURRENCY, N_("Currency"),
          N_("The currency that all figures are in."),
          VAC_SYNTAX_CURRENCY),
  CHOICE ("period", VAC_ROLE_SALARIES_PERIOD, N_("Period"),
          N_("The time that all figures are paid for, for example a year or an hour."),
          vac_schema_periods),
  PROSE ("source", VAC_ROLE_SALARIES_SOURCE, N_("Source"),
         N_("Where the figures come from, so that others can check them.")),
  INTEGER ("weight", VAC_ROLE_SALARIES_WEIGHT, N_("Weight of the own figures"),
           N_("How much the figures that stand with the places count beside those of "
              "surveys."), 0, MOST_PERCENT),
  LIST ("surveys", VAC_ROLE_SURVEYS, N_("Surveys"),
        N_("The surveys that places have figures of."), &survey),
  RECORD ("aging", VAC_ROLE_AGING, N_("Aging"),
          N_("How figures of surveys are brought to one day."), aging_fields),
  RECORD ("rule", VAC_ROLE_RULE, N_("Range rule"),
          N_("How a place’s range is made of its figures."), rule_fields),
  TEXT ("zoneBase", VAC_ROLE_ZONE_BASE, N_("Base of the pay zones"),
        N_("The place whose figures pay zones are a percentage of; the national figures where "
           "nothing is said.")),
  LIST ("zones", VAC_ROLE_ZONES, N_("Pay zones"),
        N_("Places that are paid alike, in percent of the base."), &zone),
  LIST ("scenarios", VAC_ROLE_SCENARIOS, N_("Scenarios"),
        N_("Ranges that are tried beside the present one."), &scenario),
  RECORD ("national", VAC_ROLE_NATIONAL, N_("National range"),
          N_("The range of the whole country, which places are compared with."), national_fields),
  LIST ("places", VAC_ROLE_PLACES, N_("Places"),
        N_("The places to compare, with what they pay."), &place),
  LIST ("factors", VAC_ROLE_FACTORS, N_("Factors"),
        N_("What moves pay up or down within a range."), &factor),
  END
};
